import { CHANNELS, type Channel, clockOf, RULE_VERSION } from '@helptally/core'
import type { LetterLocale } from '../letters/letter.js'
import { dateAt } from '../wallClock.js'
import type { RecountAsked, Recounted } from './recountLog.js'
import { tableOf } from './tableOf.js'
import type { RecountedDay } from './tally.js'
import { sumOf, totalsOf } from './totals.js'
import { WORDS } from './words.js'

const MOST_LINES = 20

type Asked = RecountAsked & { readonly tz: string }

/** What a recount found, for a person: a line each. */
export function recountInWords(found: Recounted, asked: Asked, locale: LetterLocale): string[] {
  const { site, from, to, tz } = asked
  const words = WORDS[locale]
  const format = new Intl.NumberFormat(locale).format
  const { claimed, found: sessions } = totalsOf(found)
  return [
    words.title(site, dateAt(from, tz), dateAt(to, tz), tz, String(RULE_VERSION)),
    words.read(format(found.tabs), format(found.events)),
    '',
    words.counted(format(claimed), format(sessions)),
    ...differencesInWords(found, asked, locale),
    ...rollUpInWords(found, locale),
    ...otherRulesInWords(found, asked, locale),
    '',
    ...daysInWords(found, asked, locale),
  ]
}

function differencesInWords({ differences, causes, named }: Recounted, { tz }: Asked, locale: LetterLocale): string[] {
  const words = WORDS[locale]
  const format = new Intl.NumberFormat(locale).format
  const all = sumOf(differences)
  if (all === 0) return [words.equal]
  return [
    words.differs(format(all)),
    ...countsOf(differences, (kind, n) => words.kind[kind](format(n))),
    ...countsOf(causes, (cause, n) => words.cause[cause](format(n))),
    ...someOf(named, all, locale, ({ eventId, at, kind, cause }) => {
      const why = `${words.difference[kind]} (${words.because[cause]})`
      return `${dateAt(at, tz)} ${eventId}: ${why}`
    }),
  ]
}

function rollUpInWords({ rollUp }: Recounted, locale: LetterLocale): string[] {
  const words = WORDS[locale]
  if (rollUp.length === 0) return [words.rollUpEqual]
  return [
    words.rollUpDiffers(rollUp.length.toLocaleString(locale)),
    ...someOf(rollUp, rollUp.length, locale, ({ id, counted }) => {
      return `${id}: ${counted ? words.notClaimed : words.notCounted}`
    }),
  ]
}

function otherRulesInWords(found: Recounted, { rules, tz }: Asked, locale: LetterLocale): string[] {
  if (!rules) return []
  const words = WORDS[locale]
  const format = new Intl.NumberFormat(locale).format
  const { found: sessions, merged, split } = totalsOf(found)
  return [
    '',
    words.otherRules,
    ...otherRulesOf(rules).map((rule) => `  ${words.rule(rule.channel, clockOf(rule.idleMs), rule.idleEnds)}`),
    words.other(format(sessions - merged + split), format(merged), format(split)),
    ...someOf(found.moved, merged + split, locale, ({ id, at, kind, within }) => {
      return `${dateAt(at, tz)} ${id} ${words.moved[kind](within)}`
    }),
  ]
}

function daysInWords({ days }: Recounted, { rules, tz }: Asked, locale: LetterLocale): string[] {
  const words = WORDS[locale]
  const format = new Intl.NumberFormat(locale).format
  const cells = ({ start, claimed, found, merged, split }: RecountedDay): string[] => [
    dateAt(start, tz),
    ...[claimed, found, ...(rules ? [found - merged + split, merged, split] : [])].map((n) => format(n)),
  ]
  const telling = days.filter(({ claimed, found, split }) => claimed + found + split > 0)
  return tableOf([words.day, ...words.columns.slice(0, rules ? 5 : 2)], telling.map(cells))
}

/** The first of those that are named, and how many there are besides. */
function someOf<T>(named: readonly T[], all: number, locale: LetterLocale, say: (one: T) => string): string[] {
  const shown = named.slice(0, MOST_LINES)
  const rest = all - shown.length
  return [
    ...shown.map((one) => `  ${say(one)}`),
    ...(rest > 0 ? [`  ${WORDS[locale].more(rest.toLocaleString(locale))}`] : []),
  ]
}

function countsOf<K extends string>(counts: Readonly<Record<K, number>>, say: (key: K, n: number) => string): string[] {
  return Object.keys(counts)
    .map((key) => key as K)
    .filter((key) => counts[key] > 0)
    .map((key) => `  ${say(key, counts[key])}`)
}

/** Those that differ from the channel table. */
const otherRulesOf = (rules: NonNullable<RecountAsked['rules']>) =>
  Object.values(rules).filter(({ channel, idleMs, idleEnds }) => {
    const own = CHANNELS[channel as Channel]
    return own.idleMs !== idleMs || own.idleEnds !== idleEnds
  })
