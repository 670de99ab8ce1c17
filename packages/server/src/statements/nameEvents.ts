import type { Store } from '../store/store.js'
import { dateAt } from '../wallClock.js'
import { foundSql } from './compareDays.sql.js'
import { differencesOf, type ListedDifference } from './differencesOf.js'
import { eventPages, eventsIn, type FullDay, type HashedEvent } from './eventPages.js'
import type { Watch } from './hashDays.js'
import { readManifest } from './manifest.js'
import type { Statement } from './statement.js'

/** Bounds the memory of naming, and what people read. The others are counted. */
const MOST_NAMED = 10_000
/** Of which the store is asked at once. */
const IDS_AT_ONCE = 1_000

/** One event that is not as it was when the statement was made. */
export interface EventDifference extends ListedDifference {
  /** The day of the statement that it lies in, or lay in. */
  readonly date: string
  /**
   * `late`: it was received after the statement was made. `moved`: it lies on another day now, or in another site.
   * `forgotten`: it is older than what the store was told to keep. null: nothing that the store knows of.
   */
  readonly why: 'late' | 'moved' | 'forgotten' | null
  /** Where it lies now, when it was moved. */
  readonly now: { readonly site: string; readonly date: string } | null
}

export interface Naming {
  readonly statement: Statement
  /** The path of its list of events. */
  readonly manifest: string
  /** Those whose events are not what they were. */
  readonly days: readonly (FullDay & { readonly date: string })[]
  /** Epoch ms. */
  readonly forgottenBefore: number | null
}

type DatedDifference = ListedDifference & Pick<FullDay, 'to'> & { readonly date: string }

export async function nameEvents(
  store: Store,
  naming: Naming,
  { signal }: Watch,
): Promise<{ readonly events: EventDifference[]; readonly more: number }> {
  const { statement, days } = naming
  const found: DatedDifference[] = []
  let more = 0
  const manifest = readManifest(naming.manifest)
  try {
    for (const day of days) {
      const stored = eventsOf(store, statement, day)
      for await (const difference of differencesOf(stored, manifest.eventsOf(day.date))) {
        signal.throwIfAborted()
        if (found.length < MOST_NAMED) found.push({ ...difference, date: day.date, to: day.to })
        else more++
      }
    }
  } finally {
    manifest.close()
  }
  const events: EventDifference[] = []
  for (let i = 0; i < found.length; i += IDS_AT_ONCE)
    events.push(...(await explained(store, naming, found.slice(i, i + IDS_AT_ONCE))))
  return { events: withoutArrivals(events), more }
}

async function* eventsOf(store: Store, { site, by }: Statement, day: FullDay): AsyncGenerator<HashedEvent> {
  for await (const page of eventPages(store, { site, days: [day], version: by.canonical_form })) yield* eventsIn(page)
}

interface Found {
  readonly id: string
  readonly site: string
  readonly at: number
  readonly received_at: number
}

async function explained(
  store: Store,
  { statement, forgottenBefore }: Naming,
  differences: readonly DatedDifference[],
): Promise<EventDifference[]> {
  const { tz, store: then } = statement
  const ids = differences.map((difference) => difference.id)
  const rows = Map.groupBy(await store.query<Found>(foundSql, { ids }), (row) => row.id)
  const latest = then.latest_received_at === null ? Number.NEGATIVE_INFINITY : Date.parse(then.latest_received_at)
  return differences.map(({ id, what, date, to }) => {
    const [row] = rows.get(id) ?? []
    const plain = { id, what, date, why: null, now: null }
    if (what === 'added') {
      const isLate = rows.get(id)?.every((each) => each.received_at > latest) === true
      return isLate ? { ...plain, why: 'late' } : plain
    }
    if (what === 'changed') return plain
    if (row) return { ...plain, what: 'changed', why: 'moved', now: { site: row.site, date: dateAt(row.at, tz) } }
    return isForgotten(id, to, forgottenBefore) ? { ...plain, why: 'forgotten' } : plain
  })
}

/** An id of version 7 begins with the time of its making; of another one only the day is known. */
function isForgotten(id: string, to: number, before: number | null): boolean {
  if (before === null) return false
  const madeAt = id[14] === '7' ? Number.parseInt(id.replace('-', '').slice(0, 12), 16) : to
  return to <= before || madeAt < before
}

/** What was moved is told once: of the day on which it was. */
function withoutArrivals(events: readonly EventDifference[]): EventDifference[] {
  const moved = new Set(events.filter((event) => event.why === 'moved').map((event) => event.id))
  return events.filter((event) => event.what !== 'added' || !moved.has(event.id))
}
