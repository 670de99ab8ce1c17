import { clockOf, ENTRIES } from '@helptally/core'
import type { LetterLocale } from '../letters/letter.js'
import { dateAt } from '../wallClock.js'
import { type Audited, type AuditedDay, FAULTS } from './auditLog.js'
import { AUDIT_WORDS } from './auditWords.js'
import { tableOf } from './tableOf.js'
import { sumOf } from './totals.js'

const MOST_LINES = 20

interface Asked {
  readonly site: string
  readonly from: number
  readonly to: number
  readonly tz: string
  readonly idleMs: number
}

/** What an audit found, for a person: a line each. */
export function auditInWords(
  found: Audited,
  { site, from, to, tz, idleMs }: Asked,
  locale: LetterLocale,
): readonly string[] {
  const words = AUDIT_WORDS[locale]
  const format = new Intl.NumberFormat(locale).format
  const { claimed, found: sessions, unclear, rolled_up } = auditTotals(found)
  return [
    words.title(site, dateAt(from, tz), dateAt(to, tz), tz, clockOf(idleMs)),
    words.read(format(found.events)),
    '',
    words.counted(format(claimed), format(sessions), format(rolled_up)),
    ...(unclear > 0 ? [words.unclear(format(unclear))] : []),
    ...faultsInWords(found, tz, locale),
    words.unsaid,
    '',
    ...daysInWords(found, tz, locale),
  ]
}

const COLUMNS = ['claimed', 'found', 'unclear', 'rolled_up'] as const

/** The sums over the days. */
export const auditTotals = ({ days }: Audited): Omit<AuditedDay, 'start'> =>
  Object.fromEntries(
    [...COLUMNS, ...ENTRIES].map((key) => [key, days.reduce((sum, day) => sum + day[key], 0)]),
  ) as Omit<AuditedDay, 'start'>

function faultsInWords({ faults, named }: Audited, tz: string, locale: LetterLocale): string[] {
  const words = AUDIT_WORDS[locale]
  const format = new Intl.NumberFormat(locale).format
  const all = sumOf(faults)
  if (all === 0) return [words.equal]
  const shown = named.slice(0, MOST_LINES)
  return [
    words.differs,
    ...FAULTS.filter((fault) => faults[fault] > 0).map((fault) => `  ${words.fault[fault](format(faults[fault]))}`),
    ...shown.map(({ fault, id, at }) => `  ${dateAt(at, tz)} ${id}: ${words.named[fault]}`),
    ...(all > shown.length ? [`  ${words.more(format(all - shown.length))}`] : []),
  ]
}

function daysInWords({ days }: Audited, tz: string, locale: LetterLocale): string[] {
  const { day, columns } = AUDIT_WORDS[locale]
  const format = new Intl.NumberFormat(locale).format
  const telling = days.filter(({ claimed, found, rolled_up }) => claimed + found + rolled_up > 0)
  return tableOf(
    [day, ...columns, ...ENTRIES],
    telling.map((row) => [dateAt(row.start, tz), ...[...COLUMNS, ...ENTRIES].map((key) => format(row[key]))]),
  )
}
