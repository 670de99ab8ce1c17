import type { Store } from '../store/store.js'
import { hashedEventsSql, pageStartsSql } from './eventPages.sql.js'

/** Bounds the memory that a page takes: some megabytes. */
const EVENTS_AT_ONCE = 20_000

const ID_LENGTH = 36
const HASH_LENGTH = 64
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** Some events of a day, in the order of their ids. Both texts hold one after the other, with nothing between. */
export interface EventPage {
  /** Where the day begins, epoch ms. */
  readonly start: number
  readonly events: number
  readonly ids: string
  /** SHA-256, in hex, of each event's canonical form. */
  readonly hashes: string
}

/** A day, epoch ms, half-open, with the number of events that a site has in it. */
export interface FullDay {
  readonly start: number
  readonly to: number
  readonly events: number
}

export interface Paging {
  readonly site: string
  readonly days: readonly FullDay[]
  /** Of the canonical form. */
  readonly version: number
  readonly most?: number
}

/**
 * The events of some days, day by day, hashed by the database: none of their columns comes out of it. Small days are asked
 * for together, because a question costs as much as a thousand events; a day of too many events comes in several pages.
 */
export async function* eventPages(store: Store, paging: Paging): AsyncGenerator<EventPage> {
  const { site, days, version, most = EVENTS_AT_ONCE } = paging
  const sql = hashedEventsSql(version)
  for (const together of inGroups(days, most)) {
    const span = { site, from: together[0]!.start, to: together.at(-1)!.to }
    const starts = together.map((day) => day.start)
    const bounds = together[0]!.events > most ? await store.query<{ id: string }>(pageStartsSql, { ...span, most }) : []
    const ids = [FIRST_ID, ...bounds.map((bound) => bound.id)]
    for (const [i, first] of ids.entries())
      yield* await store.query<EventPage>(sql, { ...span, starts, first, next: ids[i + 1] ?? null })
  }
}

/** Of days one after the other, of which none has events, or together at most so many; or one that has more alone. */
function* inGroups(days: readonly FullDay[], most: number): Generator<FullDay[]> {
  let group: FullDay[] = []
  let events = 0
  for (const day of days) {
    const isNext = group.length === 0 || group.at(-1)!.to === day.start
    if (group.length > 0 && (events + day.events > most || !isNext)) {
      yield group
      group = []
      events = 0
    }
    group.push(day)
    events += day.events
  }
  if (group.length > 0) yield group
}

export interface HashedEvent {
  readonly id: string
  readonly hash: string
}

export function* eventsIn({ events, ids, hashes }: EventPage): Generator<HashedEvent> {
  for (let i = 0; i < events; i++) {
    yield {
      id: ids.slice(i * ID_LENGTH, (i + 1) * ID_LENGTH),
      hash: hashes.slice(i * HASH_LENGTH, (i + 1) * HASH_LENGTH),
    }
  }
}
