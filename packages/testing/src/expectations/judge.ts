import type { CountedSession } from '@helptally/core'
import type { Counted } from './counted.js'
import { type ExpectedSession, unmetIn, wordsFor } from './expectedSession.js'
import { explainCount } from './explainCount.js'
import { openedInside } from './openedInside.js'

export interface Verdict {
  readonly pass: boolean
  /** Why it failed, or, where it should have, why it did not. */
  message(): string
}

/** Whether one of the sessions is as expected. */
export function judgeOne(counted: Counted, expected: ExpectedSession = {}): Verdict {
  const sessions = counted.sessions()
  const met = sessions.findIndex((session) => unmetIn(session, expected).length === 0)
  const wanted = wordsFor(expected) || 'of any kind'
  if (met >= 0) return verdict(true, counted, [`Expected no session (${wanted}), but number ${met + 1} is one.`])
  return verdict(false, counted, [
    `Expected a session (${wanted}), counted none such.`,
    ...sessions.map((session, i) => `  ${i + 1}. ${unmetIn(session, expected).join(', ')}`),
    ...sessions.flatMap((session, i) => nearly(session, expected, i + 1)),
  ])
}

/** Whether there are so many sessions, or these, by their starts. */
export function judgeAll(counted: Counted, expected: number | readonly ExpectedSession[]): Verdict {
  const sessions = counted.sessions()
  const count = typeof expected === 'number' ? expected : expected.length
  const each = typeof expected === 'number' ? [] : expected
  if (sessions.length !== count) {
    return verdict(false, counted, [`Expected ${sessionsOf(count)}, counted ${sessions.length}.`])
  }
  const unmet = each.flatMap((one, i) => {
    const differences = unmetIn(sessions[i]!, one)
    return differences.length > 0 ? [`  ${i + 1}. expected (${wordsFor(one)}), but ${differences.join(', ')}`] : []
  })
  if (unmet.length > 0) return verdict(false, counted, ['Expected other sessions than were counted.', ...unmet])
  return verdict(true, counted, [`Expected anything but ${each.length > 0 ? 'these sessions' : sessionsOf(count)}.`])
}

/** An article was opened as expected, and a session went on instead of starting. */
function nearly(session: CountedSession, { entry, article, via }: ExpectedSession, number: number): string[] {
  return openedInside(session)
    .filter(
      ({ opening }) =>
        (entry ?? opening.entry) === opening.entry &&
        (article ?? opening.article.id) === opening.article.id &&
        (via ?? opening.via) === opening.via,
    )
    .map(
      ({ opening, why }) =>
        `  The opening of "${opening.article.id}" (${opening.entry}) started none, it continued session ${number}: ${why}.`,
    )
}

function verdict(pass: boolean, counted: Counted, lines: readonly string[]): Verdict {
  return { pass, message: () => `[helptally] ${lines.join('\n')}\n\n${explainCount(counted)}` }
}

const sessionsOf = (count: number): string => `${count} ${count === 1 ? 'session' : 'sessions'}`
