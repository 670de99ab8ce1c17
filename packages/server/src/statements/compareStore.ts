import { removedSinceSql } from '../store/duckdb/removed.sql.js'
import type { Store } from '../store/store.js'
import { countsOf } from './checkStatement.js'
import { countDays, countOpenings } from './countDays.js'
import { type CountDifference, countDifferences } from './countPaths.js'
import { DEFINITIONS } from './definitions.js'
import { hashDays, type Watch } from './hashDays.js'
import { type EventDifference, nameEvents } from './nameEvents.js'
import type { Statement } from './statement.js'

/** The last one that there is, epoch ms. */
const LAST_DATE = 8_640_000_000_000_000

/** A store beside a statement. */
export interface StoreComparison {
  /** Days whose events are, each and all, those of the statement. */
  readonly equal_days: number
  /** Dates of the others. */
  readonly unequal_days: readonly string[]
  /** Counts that the store answers otherwise now. */
  readonly counts: readonly DayCountDifference[]
  /** Whether counts of reports are left out, because this version defines them otherwise. */
  readonly redefined: boolean
  /** Events that are not as they were, by day and id. Empty where the list of events cannot be believed. */
  readonly events: readonly EventDifference[]
  /** Events that are not as they were either, but not named: they are too many. */
  readonly more_events: number
  /** Events that visitors had erased since the statement was made. The store does not keep which. */
  readonly erased_since: number
  /** The store was told to forget what is older, ISO instant; null when it never was. */
  readonly forgotten_before: string | null
}

export interface DayCountDifference extends CountDifference {
  readonly date: string
  /** `report`: as the reports count. `log`: the opening events themselves. */
  readonly by: 'report' | 'log'
}

/** `manifest`: the path of the statement's list of events; null where there is none to be believed. */
export async function compareStore(
  store: Store,
  statement: Statement,
  manifest: string | null,
  watch: Watch,
): Promise<StoreComparison> {
  const { site, days, by } = statement
  const starts = days.map((day) => Date.parse(day.from))
  const of = { site, starts, to: Date.parse(days.at(-1)!.to) }
  const counts = await countDays(store, of)
  const openings = await countOpenings(store, of)
  const full = starts.map((start, i) => ({ start, to: starts[i + 1] ?? of.to, events: counts[i]!.events.stored }))
  const hashes = await hashDays(store, { site, days: full, version: by.canonical_form }, watch)
  const unequal = days.flatMap(({ date, events_sha256 }, i) =>
    events_sha256 === hashes[i] ? [] : [{ ...full[i]!, date }],
  )
  const redefined = countDifferences(by.definitions, DEFINITIONS).length > 0
  const [removed] = await store.query<{ erased: number; forgotten_before: number | null }>(removedSinceSql, {
    since: Date.parse(statement.made_at),
  })
  const forgottenBefore = removed!.forgotten_before
  const named = manifest && (await nameEvents(store, { statement, manifest, days: unequal, forgottenBefore }, watch))
  return {
    equal_days: days.length - unequal.length,
    unequal_days: unequal.map((day) => day.date),
    counts: days.flatMap((day, i) => [
      ...(redefined ? [] : dated(day.date, 'report', countDifferences(countsOf(day), counts[i]!))),
      ...dated(day.date, 'log', countDifferences({ sessions: day.sessions }, { sessions: openings[i]! })),
    ]),
    redefined,
    events: named ? named.events : [],
    more_events: named ? named.more : 0,
    erased_since: removed!.erased,
    forgotten_before: forgottenBefore === null ? null : new Date(Math.min(forgottenBefore, LAST_DATE)).toISOString(),
  }
}

const dated = (
  date: string,
  by: DayCountDifference['by'],
  differences: readonly CountDifference[],
): DayCountDifference[] => differences.map((difference) => ({ date, by, ...difference }))
