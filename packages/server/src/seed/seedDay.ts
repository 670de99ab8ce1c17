import { type Entry, type HelpEvent, uuidv7 } from '@helptally/core'
import { createRandom, type Random } from './random.js'
import { readTab, type Shelf, searchInVain } from './readTab.js'
import { type Reader, SeedTab } from './seedTab.js'

export interface Day {
  /** Epoch ms. */
  readonly start: number
  /** 0 is Sunday. */
  readonly weekday: number
}

export interface Readership {
  readonly site: string
  readonly seed: number
  readonly shelf: Shelf
}

/** As often as readers come by them. */
const ENTRIES: readonly Entry[] = [
  'article_click',
  'article_click',
  'article_click',
  'direct_link',
  'direct_link',
  'search_enter',
]
const HOUR_MS = 3_600_000
const VISITS_A_DAY = 70
/** Sunday first. */
const WEEKDAY_SHARE = [0.34, 1.16, 1.22, 1.14, 1.1, 0.94, 0.4]
/** From midnight: a quiet night, a morning and an afternoon peak. */
const HOUR_SHARE = [2, 1, 1, 1, 1, 2, 4, 9, 18, 27, 31, 29, 24, 18, 16, 22, 27, 26, 20, 14, 12, 11, 8, 4]
/** Every hour as often as its share says. */
const HOURS = HOUR_SHARE.flatMap((share, hour) => Array<number>(share).fill(hour))
const RETURNING_READERS = 150

/** Every event of a day: a list a tab. The same day of the same seed has the same events, whenever it is asked for. */
export function* seedDay({ site, seed, shelf }: Readership, { start, weekday }: Day): Generator<HelpEvent[]> {
  const random = createRandom(seed, site, start)
  const visits = Math.round(VISITS_A_DAY * WEEKDAY_SHARE[weekday]! * random.logNormal(1, 0.12))
  for (let i = 0; i < visits; i++) {
    const startsAt = start + Math.floor((random.pick(HOURS) + random.next()) * HOUR_MS)
    yield* visit(readerOf(site, seed, startsAt, random), startsAt, shelf, random)
  }
}

function* visit(reader: Reader, startsAt: number, shelf: Shelf, random: Random): Generator<HelpEvent[]> {
  const tab = new SeedTab(reader, startsAt, random)
  if (random.chance(0.14)) {
    searchInVain(tab, shelf, random)
    yield tab.events
    return
  }
  const entry = random.pick(ENTRIES)
  readTab(tab, shelf, random, entry)
  yield tab.events
  if (!random.chance(0.12)) return
  const beside = new SeedTab(reader, startsAt + random.whole(20_000, 120_000), random)
  readTab(beside, shelf, random, 'article_click')
  yield beside.events
}

function readerOf(site: string, seed: number, startsAt: number, random: Random): Reader {
  const isReturning = random.chance(0.4)
  const origin = isReturning ? createRandom(seed, site, 'reader', random.whole(1, RETURNING_READERS)) : random
  const visitorId = uuidv7(isReturning ? 0 : startsAt, origin.bytes)
  return { site, visitorId, locale: origin.chance(0.6) ? 'es' : 'en' }
}
