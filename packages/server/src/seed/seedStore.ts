import type { EventLine } from '../log/storedEvent.js'
import { toLine } from '../log/toLine.js'
import { startOfDay, wallTimeAt } from '../reports/zonedTime.js'
import type { Store } from '../store/store.js'
import { openNow } from './openNow.js'
import { type Day, type Readership, seedDay } from './seedDay.js'
import type { SeedTab } from './seedTab.js'

export interface SeedOptions {
  /** Which help center the sessions are made for. */
  readonly site: string
  /** Epoch ms: where the last day stops. */
  readonly now: number
  /** Days, today included. Default 30. */
  readonly days?: number
  /** The same seed gives the same days: seeding again adds only what has passed since. Default 1. */
  readonly seed?: number
  /** Article ids, the popular ones first. */
  readonly articles: readonly string[]
  /** What readers search, the frequent ones first. Default: the articles' ids as words. */
  readonly queries?: readonly string[]
  /** IANA time zone in which the days and their rhythm are. Default UTC. */
  readonly timeZone?: string
}

/** What was made up. */
export interface Seeded {
  readonly events: number
  readonly sessions: number
}

const ROWS_AT_ONCE = 2_000
/** On the way from page to collector. */
const SENDING_MS = 600
const MISSING = ['reembolso', 'refund', 'factura', 'invoice', 'modo oscuro', 'dark mode', 'webhook', 'precio', 'sso']

/** Fills a store with a plausible past. Every event is marked `synthetic`. */
export async function seedStore(store: Store, options: SeedOptions): Promise<Seeded> {
  const { site, now, days = 30, seed = 1, articles, queries = articles.map(asWords), timeZone = 'UTC' } = options
  if (articles.length === 0) throw new Error('[helptally] Seeding needs at least one article id, got none.')
  const readership: Readership = { site, seed, shelf: { articles, queries, missing: MISSING } }
  let rows: EventLine[] = []
  let events = 0
  let sessions = 0
  for (const tab of tabsOf(readership, daysUntil(now, days, timeZone), now)) {
    const { device } = tab.reader
    for (const event of tab.events) {
      if (event.ts > now) break
      rows.push(toLine(event, event.ts + SENDING_MS, event.ts, { device }))
      events++
      if (event.sessionId === event.id) sessions++
    }
    if (rows.length < ROWS_AT_ONCE) continue
    await store.append(rows)
    rows = []
  }
  await store.append(rows)
  return { events, sessions }
}

function* tabsOf(readership: Readership, days: readonly Day[], now: number): Generator<SeedTab> {
  for (const day of days) yield* seedDay(readership, day)
  yield* openNow(readership, now)
}

function daysUntil(now: number, days: number, timeZone: string): Day[] {
  const { year, month, day: today } = wallTimeAt(now, timeZone)
  return Array.from({ length: days }, (_, i) => {
    const day = today - days + 1 + i
    return {
      start: startOfDay({ year, month, day }, timeZone),
      weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
    }
  })
}

const asWords = (id: string): string => id.replaceAll(/[-_/]+/g, ' ').trim() || id
