import { verify } from 'node:crypto'
import { ENTRIES } from '@helptally/core'
import { isTimeZone } from '../reports/zonedTime.js'
import { dateAt } from '../wallClock.js'
import { canonicalJson } from './canonicalJson.js'
import { sumOf } from './countDays.js'
import { type CountDifference, countDifferences } from './countPaths.js'
import { dayHash } from './dayHash.js'
import { dayStarts } from './dayStarts.js'
import { keyIdOf, keyOf } from './signingKey.js'
import type { Statement, StatementCounts, StatementDay, StatementKey } from './statement.js'

/** What is wrong with a statement by itself, without a look at any store. */
export type StatementProblem =
  /** The text is not the one writing of what it says. */
  | { readonly what: 'form' }
  /** It was not signed by the key that it is checked with, or was changed since. */
  | { readonly what: 'signature' }
  /** It carries another key than the one that was given. */
  | { readonly what: 'key'; readonly given: string; readonly found: string }
  /** That day says something else than what its hash was made of. */
  | { readonly what: 'day'; readonly date: string }
  /** The hash that a day has of the day before is not that day's. */
  | { readonly what: 'chain'; readonly date: string }
  /** The days are not those of the period in its time zone, one after the other. */
  | { readonly what: 'calendar'; readonly date: string }
  /** The days, or the parts of a count, do not sum to it. `date` is null for the totals. */
  | ({ readonly what: 'sum'; readonly date: string | null } & CountDifference)

/** `given`: the key that its reader was given by whoever signs; null to take the one inside. */
export function checkStatement(
  statement: Statement,
  given: StatementKey | null,
  { isAsWritten }: { readonly isAsWritten: boolean },
): StatementProblem[] {
  const { days, totals, manifest, key } = statement
  const problems: StatementProblem[] = isAsWritten ? [] : [{ what: 'form' }]
  if (given && (given.public !== key.public || given.id !== key.id))
    problems.push({ what: 'key', given: given.id, found: key.id })
  if (!isSigned(statement, given ?? key)) problems.push({ what: 'signature' })
  problems.push(...misdated(statement))
  for (const [i, day] of days.entries()) {
    const { hash, ...rest } = day
    if (dayHash(rest) !== hash) problems.push({ what: 'day', date: day.date })
    if (day.previous !== (days[i - 1]?.hash ?? null)) problems.push({ what: 'chain', date: day.date })
    problems.push(...missummed(day, day.date))
  }
  const sums: CountDifference[] = countDifferences(countsOf(totals), countsOf(sumOf(days)))
  if (manifest.events !== totals.events.stored)
    sums.push({ count: 'manifest.events', says: manifest.events, found: totals.events.stored })
  return [...problems, ...sums.map((sum): StatementProblem => ({ what: 'sum', date: null, ...sum }))]
}

/** The id must be the key's own, too: people compare ids. */
function isSigned({ signature, ...signed }: Statement, key: StatementKey): boolean {
  try {
    const bytes = Buffer.from(key.public, 'base64')
    const isOwnId = keyIdOf(bytes) === key.id
    return isOwnId && verify(null, Buffer.from(canonicalJson(signed)), keyOf(key), Buffer.from(signature, 'base64'))
  } catch {
    // No key, or no signature, at all.
    return false
  }
}

function misdated({ from, to, tz, days }: Statement): StatementProblem[] {
  if (!isTimeZone(tz)) return [{ what: 'calendar', date: from }]
  const expected = calendarOf(from, to, tz)
  const wrong = days.find((day, i) => {
    const [start, end] = [expected[i], expected[i + 1]]
    return (
      !start || !end || day.date !== start.date || Date.parse(day.from) !== start.at || Date.parse(day.to) !== end.at
    )
  })
  if (wrong) return [{ what: 'calendar', date: wrong.date }]
  return days.length === expected.length - 1 ? [] : [{ what: 'calendar', date: to }]
}

/** Where each day begins, and the last one ends. */
function calendarOf(from: string, to: string, tz: string): { date: string; at: number }[] {
  const found = dayStarts({ from, to, tz })
  return found === null ? [] : [...found.starts, found.end].map((at) => ({ date: dateAt(at, tz), at }))
}

function missummed({ sessions, channels }: StatementDay, date: string): StatementProblem[] {
  const sums = {
    'sessions.sessions': ENTRIES.reduce((sum, entry) => sum + sessions[entry], 0),
    'channels.help': sessions.sessions,
  }
  const says = { 'sessions.sessions': sessions.sessions, 'channels.help': channels.help ?? 0 }
  return countDifferences(says, sums).map((sum) => ({ what: 'sum', date, ...sum }))
}

/** Nothing else of a day. */
export const countsOf = ({
  sessions,
  channels,
  orphan_searches,
  received,
  events,
}: StatementCounts): StatementCounts => ({ sessions, channels, orphan_searches, received, events })
