import { pagesOf } from './pagesOf.js'
import type { Side, SiteDay, Taken, Target } from './side.js'

export interface CopyWatch {
  /** Events that were looked at of so many, up to a day (epoch ms). */
  readonly onEvents: (done: number, of: number, day: number) => void
  readonly signal: AbortSignal
}

/** What a store is to be told by, of those who fill it: a hash. */
export type SourceId = string

/** Copies the events of the days on which the two stores are not the same by their marks. */
export async function copyEvents(
  from: Side,
  to: Target,
  source: SourceId,
  { onEvents, signal }: CopyWatch,
  most?: number,
): Promise<Taken> {
  const days = await differingDays(from, to)
  const of = days.reduce((sum, day) => sum + day.events, 0)
  const pages = pagesOf(from, days, most)
  let [done, taken, twice] = [0, 0, 0]
  const read = async () => {
    const { value: page } = await pages.next()
    return page ? { page, events: await from.events(page) } : null
  }
  let next = read()
  for (;;) {
    const found = await next
    if (!found) return { taken, twice }
    signal.throwIfAborted()
    // The one store is read while the other one writes. What it rejects with is heard when it is waited for.
    next = read()
    next.catch(() => undefined)
    const part = await to.take(source, found.events)
    taken += part.taken
    twice += part.twice
    done += found.page.events
    onEvents(done, of, found.page.to - 1)
  }
}

export const keyOf = ({ site, start }: Pick<SiteDay, 'site' | 'start'>): string => `${start} ${site}`

export async function differingDays(from: Side, to: Side): Promise<SiteDay[]> {
  const there = new Map((await to.days()).map((day) => [keyOf(day), day]))
  return (await from.days()).filter((day) => {
    const same = there.get(keyOf(day))
    return same?.events !== day.events || same.mark !== day.mark
  })
}
