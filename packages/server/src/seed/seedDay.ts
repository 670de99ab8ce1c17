import { type Device, type Entry, uuidv7 } from '@helptally/core'
import { findNothing } from './findNothing.js'
import { createRandom, type Random } from './random.js'
import { lookInVain, readTab } from './readTab.js'
import { type Reader, SeedTab } from './seedTab.js'
import type { Shelf } from './shelf.js'

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
  /** On a common day. Default 70. */
  readonly visitsADay?: number
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
/** What a visit is about. */
const COURSES = [
  ['read', 83.5],
  ['search', 14],
  ['nothing', 2.5],
] as const
const HOUR_MS = 3_600_000
const VISITS_A_DAY = 70
/** Sunday first. */
const WEEKDAY_SHARE = [0.34, 1.16, 1.22, 1.14, 1.1, 0.94, 0.4]
/** From midnight: a quiet night, a morning and an afternoon peak. */
const HOUR_SHARE = [2, 1, 1, 1, 1, 2, 4, 9, 18, 27, 31, 29, 24, 18, 16, 22, 27, 26, 20, 14, 12, 11, 8, 4]
/** Every hour as often as its share says. */
const HOURS = HOUR_SHARE.flatMap((share, hour) => Array<number>(share).fill(hour))
/** How many readers come again and again, beside the visits of a day. */
const RETURNING_READERS = 2
const DEVICES: readonly (readonly [Device, number])[] = [
  ['desktop', 61],
  ['phone', 33],
  ['tablet', 6],
]

/** Every tab of a day. The same day of the same seed has the same events, whenever it is asked for. */
export function* seedDay(readership: Readership, { start, weekday }: Day): Generator<SeedTab> {
  const { site, seed, shelf, visitsADay = VISITS_A_DAY } = readership
  const random = createRandom(seed, site, start)
  const visits = Math.round(visitsADay * WEEKDAY_SHARE[weekday]! * random.logNormal(1, 0.12))
  for (let i = 0; i < visits; i++) {
    const startsAt = start + Math.floor((random.pick(HOURS) + random.next()) * HOUR_MS)
    const reader = readerOf(site, seed, startsAt, random, Math.ceil(RETURNING_READERS * visitsADay))
    yield* visit(reader, startsAt, shelf, random)
  }
}

function* visit(reader: Reader, startsAt: number, shelf: Shelf, random: Random): Generator<SeedTab> {
  const tab = new SeedTab(reader, startsAt, random)
  const course = random.pickWeighted(COURSES)
  if (course === 'nothing') findNothing(tab, shelf, random)
  else if (course === 'search') lookInVain(tab, shelf, random)
  else readTab(tab, shelf, random, random.pick(ENTRIES))
  yield tab
  if (course !== 'read' || !random.chance(0.12)) return
  const beside = new SeedTab(reader, startsAt + random.whole(20_000, 120_000), random)
  readTab(beside, shelf, random, 'article_click')
  yield beside
}

function readerOf(site: string, seed: number, startsAt: number, random: Random, returning: number): Reader {
  const isReturning = random.chance(0.4)
  const origin = isReturning ? createRandom(seed, site, 'reader', random.whole(1, returning)) : random
  const visitorId = uuidv7(isReturning ? 0 : startsAt, origin.bytes)
  return { site, visitorId, locale: origin.chance(0.6) ? 'es' : 'en', device: origin.pickWeighted(DEVICES) }
}
