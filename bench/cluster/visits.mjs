import { recount } from '@helptally/core'
import { largeShelf } from '../../packages/server/bench/largeShelf.mjs'
import { seedDay } from '../../packages/server/dist/seed/seedDay.js'

const DAY_MS = 86_400_000
/** About as many come of a visit. */
const EVENTS_OF_VISIT = 10
/** Nothing older may be sent. */
const DAYS = 5

/** The tabs of readers in the last days until they have made so many events; each with the sessions that it has. */
export function* visitsOf({ seed, events }) {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS
  const shelf = largeShelf({ articles: 500, queries: 2_000, missing: 300 })
  const readership = { site: 'docs', seed, shelf, visitsADay: Math.ceil(events / EVENTS_OF_VISIT / DAYS) }
  let made = 0
  for (let day = 1; ; day = (day % DAYS) + 1, readership.seed += 1) {
    const start = today - day * DAY_MS
    for (const tab of seedDay(readership, { start, weekday: new Date(start).getUTCDay() })) {
      const sent = tab.events.map(({ synthetic, ...event }) => event)
      yield { events: sent, sessions: recount(sent, Date.now()) }
      made += sent.length
      if (made >= events) return
    }
  }
}
