import type { HelpEvent } from '@helptally/core'
import type { LiveReport } from '../../src/reports/shapes.js'
import type { Within } from './articles.js'
import { type Searched, searchedOf } from './searched.js'
import { type Visit, visitsOf } from './sessions.js'
import { isOpen, type Named } from './tabs.js'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const IDLE = 5 * MINUTE
const LEAST_TABS = 3

type Now = Pick<LiveReport, 'per_minute' | 'searches' | 'searches_withheld'>
type Row = Pick<LiveReport['rows'][number], 'id' | 'started_at' | 'ended_at' | 'duration_ms' | 'articles'>

const iso = (at: number) => new Date(at).toISOString()
const latestFirst = <T extends { readonly ts: number; readonly id: string }>(a: T, b: T) =>
  b.ts - a.ts || (a.id < b.id ? 1 : -1)

/** Idle time reached ends a session. */
const endOf = ({ opening, durationMs }: Visit): number => opening.ts + durationMs + IDLE

export const openSessions = (events: readonly HelpEvent[], now: number): number =>
  visitsOf(events).filter((visit) => endOf(visit) > now).length

export function latestSessions(events: readonly HelpEvent[], { from, to }: Within, now: number): Row[] {
  return visitsOf(events)
    .filter(({ opening }) => opening.ts >= from && opening.ts < to)
    .toSorted((a, b) => latestFirst(a.opening, b.opening))
    .map((visit) => ({
      id: visit.opening.id,
      started_at: iso(visit.opening.ts),
      ended_at: endOf(visit) > now ? null : iso(endOf(visit)),
      duration_ms: visit.durationMs,
      articles: visit.events.filter(isOpen).length,
    }))
}

export function whatIsGoingOn(events: readonly HelpEvent[], now: number, limit: number): Now {
  const minutesAgo = events.filter(({ ts }) => ts > now - 5 * MINUTE).map(({ ts }) => Math.floor((now - ts) / MINUTE))
  const all = searchedOf(events)
  const latest = all
    .filter(({ event }) => event.ts > now - DAY)
    .toSorted((a, b) => latestFirst(a.event, b.event))
    .slice(0, limit)
  const shown = latest.filter(({ query }) => tabsThatMade(query, all) >= LEAST_TABS)
  return {
    per_minute: [4, 3, 2, 1, 0].map((ago) => minutesAgo.filter((minutes) => minutes === ago).length),
    searches: shown.map(({ event, query }) => ({ at: iso(event.ts), query, results: event.results ?? null })),
    searches_withheld: latest.length - shown.length,
  }
}

const tabsThatMade = (query: string, all: readonly Searched[]): number =>
  new Set(all.filter((one) => one.query === query).map(({ event }) => event.tabId)).size

/** Pages looked for in vain, with the referrers of the last time: of two at one moment either may be told. */
export function lost(
  events: readonly HelpEvent[],
  now: number,
): { page: string; at: string; times: number; by: string[] }[] {
  const isLost = (event: HelpEvent): event is Named<'help.error.not_found'> => event.name === 'help.error.not_found'
  const told = events.filter(isLost).filter(({ ts }) => ts > now - DAY)
  return [...Map.groupBy(told, ({ page }) => page)]
    .map(([page, times]) => {
      const last = Math.max(...times.map(({ ts }) => ts))
      const by = times.filter(({ ts }) => ts === last).map(({ referrer }) => referrer)
      return { page, last, at: iso(last), times: times.length, by }
    })
    .toSorted((a, b) => b.last - a.last || (a.page < b.page ? -1 : 1))
    .map(({ last: _, ...page }) => page)
}
