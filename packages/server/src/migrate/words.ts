import type { Migrated } from './migrateStore.js'
import type { OtherTable } from './side.js'
import { isWrong, type UnequalDay } from './verifyDays.js'

const NAMES: Readonly<Record<OtherTable, string>> = {
  ledger: 'slots of the ledger',
  ledger_events: 'events that were not taken in, of seven days',
  tickets: 'tickets',
  annotations: 'annotations',
  gap_changes: 'changes of content gaps',
  erased: 'visitors who were erased in seven days',
  removed: 'notes of what was removed',
}

interface Stores {
  readonly from: string
  readonly to: string
}

/** A migration in words, line by line. */
export function migratedInWords(
  { copied, twice, days, others, goes_on, equal }: Migrated,
  { from, to }: Stores,
): string[] {
  const tables = Object.entries(NAMES) as [OtherTable, string][]
  const lacking = tables.filter(([table]) => others[table].missing > 0)
  return [
    `[helptally] Copied ${copied.events} events from ${from} to ${to}.`,
    ...tables.flatMap(([table, name]) => (copied[table] > 0 ? [`Copied ${copied[table]} ${name}.`] : [])),
    ...(twice > 0
      ? [`${twice} events had come to both stores from their pages: each is there once, and the ledger says so.`]
      : []),
    `Compared ${days.events} events: ${days.equal} of ${days.days} days have the same hash in both stores.`,
    ...days.unequal.map(unequalDay),
    ...lacking.map(([table, name]) => `Of ${others[table].rows} ${name}, ${others[table].missing} are not in ${to}.`),
    ...(goes_on
      ? [`More went on coming to ${from}: run the same command once more when no site writes to it any longer.`]
      : []),
    equal ? `All that ${from} had is in ${to} as it was.` : `Not all that ${from} had is in ${to} as it was.`,
  ]
}

function unequalDay(day: UnequalDay): string {
  const { missing, changed, twice, erased, more } = day
  const told = [
    missing > 0 && `${missing} are missing`,
    changed > 0 && `${changed} are not as they were`,
    twice > 0 && `${twice} came to both stores`,
    erased > 0 && `${erased} are of visitors who were erased`,
    more > 0 && `${more} are in the new store alone`,
  ].filter((part) => part !== false)
  return `${isWrong(day) ? 'WRONG' : 'ok   '} ${day.date} ${day.site}: of its events, ${told.join(', ') || 'none differ now'}.`
}
