import {
  clockOf,
  type ExplainedStep,
  type HelpEvent,
  idleEndAt,
  lastActivityOf,
  type SessionExplained,
} from '@helptally/core'
import type { LetterLocale } from '../letters/letter.js'
import type { SessionAnswer } from '../reports/explainSession.js'
import { timeAt } from '../wallClock.js'
import { printable } from './printable.js'
import { type ExplanationWords, WORDS } from './words.js'

export interface Wording {
  readonly locale: LetterLocale
  /** IANA time zone of the times. They are those of the page's clock. */
  readonly tz: string
}

/** An explained session for a person: a line each. */
export function explanationInWords(session: SessionAnswer, { locale, tz }: Wording): string[] {
  const words = WORDS[locale]
  const { site, rule, ruleVersion, tabId, visitorId, steps, longestGapMs } = session
  const idle = clockOf(rule.idleMs)
  return [
    words.title(session.id),
    words.counted(site, rule.channel, String(ruleVersion)),
    words.whose(tabId, visitorId),
    ...(session.synthetic ? [words.synthetic] : []),
    ...(session.imported ? [words.imported] : []),
    ...(session.truncated ? [words.truncated] : []),
    '',
    words.start,
    ...startInWords(session, words, tz).map(indented),
    '',
    words.middle(words.rule[rule.idleEnds](idle)),
    ...stepsInWords(session, words, tz).map(indented),
    indented(words.longest(clockOf(longestGapMs), idle)),
    '',
    words.end,
    ...endInWords(session, words, tz).map(indented),
    '',
    ...claimsInWords(session, words, steps),
  ]
}

const indented = (line: string): string => `  ${line}`

function startInWords({ start, steps, previousId }: SessionExplained, words: ExplanationWords, tz: string): string[] {
  const opening = steps[0]!.event as Extract<HelpEvent, { name: 'help.article.open' }>
  const where = [
    words.via[start.via],
    ...(opening.position === undefined ? [] : [words.position(String(opening.position))]),
  ]
  return [
    `${timeAt(start.at, tz)}  ${words.entry[start.entry](printable(start.article.id))}, ${where.join(', ')}.`,
    previousId === null ? words.noneBefore : words.before(previousId),
    ...(opening.openedFrom ? [words.openedFrom(opening.openedFrom)] : []),
    ...(opening.forkedFrom ? [words.forkedFrom(opening.forkedFrom)] : []),
  ]
}

interface Line {
  readonly at: number
  readonly what: string
  readonly did: ExplainedStep['did']
  /** Since the last activity, ms. */
  readonly gapMs: number
  /** The last activity, this one included. */
  readonly lastAt: number
}

function stepsInWords(session: SessionExplained, words: ExplanationWords, tz: string): string[] {
  const lines = linesOf(session, words)
  const width = Math.max(...lines.map(({ what }) => what.length))
  return lines.map(({ at, what, did, gapMs, lastAt }) => {
    const end = timeAt(idleEndAt(session.rule, lastAt), tz).split(' ')[1]!
    return `${timeAt(at, tz)}  ${what.padEnd(width)}  ${words.did[did](clockOf(gapMs), end)}`
  })
}

/** The events, and before an event the activity that only it proves. */
function linesOf({ steps, start }: SessionExplained, words: ExplanationWords): Line[] {
  let lastAt = start.at
  return steps.flatMap(({ event, gapMs, did }): Line[] => {
    const { activeAt } = event
    const before = lastAt
    if (did !== 'started') lastAt = Math.max(lastAt, activeAt ?? lastAt)
    const proven: Line = { at: lastAt, what: words.active, did: 'kept', gapMs: lastAt - before, lastAt }
    const isProven = lastAt > before && lastAt < event.ts
    lastAt = Math.max(lastAt, lastActivityOf(event) ?? lastAt)
    const own: Line = { at: event.ts, what: nameOf(event, words), did, gapMs, lastAt }
    return isProven ? [proven, own] : [own]
  })
}

function nameOf(event: HelpEvent, words: ExplanationWords): string {
  if (event.name === 'help.article.progress' && event.cause === 'hidden') return words.hidden
  const what = words.event[event.name]
  if (event.name === 'help.article.open') return `${what} ${printable(event.article.id)}`
  return event.name === 'help.search.submit' ? `${what} "${printable(event.query)}"` : what
}

function endInWords({ end, lastAt, rule }: SessionExplained, words: ExplanationWords, tz: string): string[] {
  const idle = clockOf(rule.idleMs)
  if (!end) return [words.stillOpen(idle)]
  return [`${timeAt(end.at, tz)}  ${words.ended[end.reason](timeAt(lastAt, tz), idle)}`]
}

function claimsInWords(
  { disagreements }: SessionExplained,
  words: ExplanationWords,
  steps: readonly ExplainedStep[],
): string[] {
  if (disagreements.length === 0) return [words.agrees(String(steps.length))]
  return [
    words.disagrees(String(disagreements.length)),
    ...disagreements.map(({ name, eventId, claimed }) =>
      indented(words.claimed(`${name} ${eventId}`, claimed ?? words.noClaim)),
    ),
  ]
}
