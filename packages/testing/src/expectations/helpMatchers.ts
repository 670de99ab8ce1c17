import { mustCount } from './counted.js'
import type { ExpectedSession } from './expectedSession.js'
import { judgeAll, judgeOne, type Verdict } from './judge.js'

/** For the types of `expect`; `R` is what its matchers answer. */
export interface HelpMatchers<R = void> {
  /** One of the counted sessions is as expected. */
  toHaveCountedSession(expected?: ExpectedSession): R
  /** So many sessions were counted, or these, in the order of their starts. */
  toHaveCountedSessions(expected: number | readonly ExpectedSession[]): R
}

/** For `expect.extend(helpMatchers)`, in Jest and in Vitest. `@helptally/testing/jest` does it. */
export const helpMatchers = {
  toHaveCountedSession(counted: unknown, expected?: ExpectedSession): Verdict {
    mustCount(counted)
    return judgeOne(counted, expected)
  },
  toHaveCountedSessions(counted: unknown, expected: number | readonly ExpectedSession[]): Verdict {
    mustCount(counted)
    return judgeAll(counted, expected)
  },
}
