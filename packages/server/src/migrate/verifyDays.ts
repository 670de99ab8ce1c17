import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Checkpoint } from './checkpoint.js'
import { type CopyWatch, keyOf, type SourceId } from './copyEvents.js'
import { hashOfVisitor } from './hashOfVisitor.js'
import { pagesOf } from './pagesOf.js'
import type { HashedPage, MovedEvent, Page, Side, SiteDay, Target } from './side.js'

/** A replica that was asked may not have fetched yet what another one has. */
const MOST_LOOKS = 3
const LOOK_AGAIN_MS = 500

/** A day whose events are not, each and all, the same in both stores. */
export interface UnequalDay {
  readonly site: string
  readonly date: string
  /** SHA-256 of the hashes of its events, in both stores. */
  readonly from_sha256: string
  readonly to_sha256: string
  /** Events that the source has and the target has not, although they were copied. */
  readonly missing: number
  /** Events that are in both and not the same. */
  readonly changed: number
  /** Events that both stores had from their page: the copy of the target stays. */
  readonly twice: number
  /** Events of visitors who were erased in the target. */
  readonly erased: number
  /** Events that the target alone has, such as those that pages sent to it. */
  readonly more: number
}

export interface VerifiedDays {
  readonly days: number
  readonly events: number
  /** Days with the same hash in both stores. */
  readonly equal: number
  readonly unequal: readonly UnequalDay[]
}

/** Whether a day lacks something, or has it otherwise. */
export const isWrong = ({ missing, changed }: UnequalDay): boolean => missing + changed > 0

/**
 * Compares each day of the source by the hash of its events, and where that differs, event by event. What the source has
 * got meanwhile is copied on the way. A day that was compared before, and has the same marks still, is not read again.
 */
export async function verifyDays(
  from: Side,
  to: Target,
  source: SourceId,
  checkpoint: Checkpoint,
  { onEvents, signal }: CopyWatch,
  most?: number,
): Promise<VerifiedDays> {
  const days = await from.days()
  const there = new Map((await to.days()).map((day) => [keyOf(day), markOf(day)]))
  const of = days.reduce((sum, { events }) => sum + events, 0)
  const unequal: UnequalDay[] = []
  let events = 0
  for (const day of days) {
    signal.throwIfAborted()
    const [key, mark] = [keyOf(day), markOf(day)]
    if (there.get(key) !== mark || !checkpoint.isDone(key, mark)) {
      const found = await compareDay({ from, to, source, signal }, day, most)
      if (found.from_sha256 !== found.to_sha256) unequal.push(found)
      else await checkpoint.done(key, mark)
    }
    events += day.events
    onEvents(events, of, day.start)
  }
  return { days: days.length, events, equal: days.length - unequal.length, unequal }
}

const markOf = ({ events, mark }: SiteDay): string => `${events} ${mark}`

interface Sides {
  readonly from: Side
  readonly to: Target
  readonly source: SourceId
  readonly signal: AbortSignal
}

async function compareDay(sides: Sides, day: SiteDay, most?: number): Promise<UnequalDay> {
  const { from, to, source, signal } = sides
  const hashes = { from: createHash('sha256'), to: createHash('sha256') }
  const counts = { missing: 0, changed: 0, twice: 0, erased: 0, more: 0 }
  for await (const page of pagesOf(from, [day], most)) {
    signal.throwIfAborted()
    const there = await from.hashes(page)
    let here = await to.hashes(page)
    for (let looks = 0; looks < MOST_LOOKS && missingOf(there, here).length > 0; looks++) {
      if (looks > 0) await delay(LOOK_AGAIN_MS)
      await to.take(source, await from.events(page))
      here = await to.hashes(page)
    }
    hashes.from.update(textOf(there))
    hashes.to.update(textOf(here))
    if (textOf(there) !== textOf(here)) addTo(counts, await differencesOf(sides, page, there, here))
  }
  return {
    site: day.site,
    date: new Date(day.start).toISOString().slice(0, 10),
    from_sha256: hashes.from.digest('hex'),
    to_sha256: hashes.to.digest('hex'),
    ...counts,
  }
}

type Differences = Pick<UnequalDay, 'missing' | 'changed' | 'twice' | 'erased' | 'more'>

async function differencesOf(
  { from, to }: Sides,
  page: Page,
  there: HashedPage,
  here: HashedPage,
): Promise<Differences> {
  const hashHere = new Map(here.events.map(({ id, hash }) => [id, hash]))
  const ids = new Set(there.events.map(({ id }) => id))
  const missing = missingOf(there, here)
  const changed = there.events.filter(({ id, hash }) => hashHere.has(id) && hashHere.get(id) !== hash)
  const [theirs, ours] = [byId(await from.events(page)), byId(await to.events(page))]
  const out = new Set((await to.rows('erased')).map(({ visitor_hash }) => visitor_hash))
  const isOut = ({ id }: { id: string }): boolean => {
    const event = theirs.get(id)
    // Gone from the source meanwhile: it was erased, or forgotten.
    return event === undefined || out.has(hashOfVisitor(event.visitor))
  }
  const isTwice = ({ id }: { id: string }): boolean => theirs.get(id)?.received_at !== ours.get(id)?.received_at
  const twice = changed.filter(isTwice).length
  const erased = missing.filter(isOut).length
  return {
    missing: missing.length - erased,
    changed: changed.length - twice,
    twice,
    erased,
    more: here.events.filter(({ id }) => !ids.has(id)).length,
  }
}

function missingOf(there: HashedPage, here: HashedPage): readonly { readonly id: string }[] {
  const ids = new Set(here.events.map(({ id }) => id))
  return there.events.filter(({ id }) => !ids.has(id))
}

const byId = (events: readonly MovedEvent[]): Map<string, MovedEvent> =>
  new Map(events.map((event) => [event.id, event]))

const textOf = ({ events }: HashedPage): string => events.map(({ hash }) => hash).join('')

function addTo(sums: { -readonly [K in keyof Differences]: number }, found: Differences): void {
  for (const what of Object.keys(sums) as (keyof Differences)[]) sums[what] += found[what]
}
