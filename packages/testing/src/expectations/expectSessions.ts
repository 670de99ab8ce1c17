import type { CountedSession } from '@helptally/core'
import { type Counted, mustCount } from './counted.js'
import type { ExpectedSession } from './expectedSession.js'
import { judgeAll } from './judge.js'

/**
 * Expects so many sessions, or these in the order of their starts, and answers them. Without a framework: it throws an
 * error that says what was counted, why, and why what was expected was not.
 */
export function expectSessions(counted: Counted, expected: number | readonly ExpectedSession[]): CountedSession[] {
  mustCount(counted)
  const { pass, message } = judgeAll(counted, expected)
  if (!pass) throw new Error(message())
  return counted.sessions()
}
