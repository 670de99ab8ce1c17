import { DAY_MS, type Page, type Side, type SiteDay } from './side.js'

/** Events that are on their way at once: some megabytes. */
export const EVENTS_AT_ONCE = 20_000

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** A page, and how many events of which days it is expected to have. */
export type DayPage = Page & { readonly events: number }

/** Days one after the other together, as long as they are few events and of one month; a day of more in several pages. */
export async function* pagesOf(
  side: Side,
  days: readonly SiteDay[],
  most: number = EVENTS_AT_ONCE,
): AsyncGenerator<DayPage> {
  for (const group of groupsOf(days, most)) {
    const events = group.reduce((sum, day) => sum + day.events, 0)
    const span = { site: group[0]!.site, from: group[0]!.start, to: group.at(-1)!.start + DAY_MS }
    const ids = [FIRST_ID, ...(events > most ? await side.pageStarts(span, most) : [])]
    for (const [i, first] of ids.entries())
      yield { ...span, first, next: ids[i + 1] ?? null, events: Math.min(most, events - i * most) }
  }
}

function* groupsOf(days: readonly SiteDay[], most: number): Generator<SiteDay[]> {
  let group: SiteDay[] = []
  let events = 0
  for (const day of days) {
    const last = group.at(-1)
    if (last && !(follows(last, day) && events + day.events <= most)) {
      yield group
      group = []
      events = 0
    }
    group.push(day)
    events += day.events
  }
  if (group.length > 0) yield group
}

const follows = (last: SiteDay, next: SiteDay): boolean =>
  last.site === next.site && last.start + DAY_MS === next.start && monthOf(last) === monthOf(next)

const monthOf = ({ start }: SiteDay): number => new Date(start).getUTCMonth()
