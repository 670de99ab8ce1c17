import { recount } from '@helptally/core'
import { parseEvent } from '@helptally/core/schema'
import { describe, expect, jest, test } from '@jest/globals'
import { fromRow } from '../src/log/fromRow.js'
import type { StoredEvent } from '../src/log/storedEvent.js'
import { parseReportQuery } from '../src/reports/parseReportQuery.js'
import { readReport } from '../src/reports/readReport.js'
import { type SeedOptions, seedStore } from '../src/seed/seedStore.js'
import type { Store } from '../src/store/store.js'
import { NOON, SITE } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const options: SeedOptions = { site: SITE, now: NOON, days: 10, seed: 7, articles: ['install', 'tabs', 'consent'] }

const rowsIn = (store: Store): Promise<StoredEvent[]> =>
  store.query<StoredEvent>('select e.* from events e order by e.event_id')

// Weeks of events take a while on a busy machine.
jest.setTimeout(30_000)

describe('a seeded store', () => {
  test('agrees with a recount of its own log, event by event', async () => {
    const store = await tempStore()
    const seeded = await seedStore(store, options)
    const events = (await rowsIn(store)).map(fromRow)
    const sessions = recount(events, NOON)
    expect(seeded).toEqual({ events: events.length, sessions: sessions.length })
    const strays = sessions.filter(({ id, events: inside }) => inside.some((event) => event.sessionId !== id))
    expect(strays).toEqual([])
    expect(sessions.filter((session) => session.previousId !== session.opening.previousId)).toEqual([])

    const parsed = parseReportQuery({ site: SITE }, NOON)
    if (!parsed.ok) throw new Error(parsed.reason)
    const { totals, synthetic } = await readReport(store, 'sessions', parsed.query, NOON)
    expect({ sessions: totals.sessions, synthetic }).toEqual({ sessions: sessions.length, synthetic: true })
    const open = sessions.filter((session) => session.endedAt === null)
    expect((await readReport(store, 'live', parsed.query, NOON)).totals.open).toBe(open.length)
    expect(open.length).toBeGreaterThanOrEqual(3)
  })

  test('holds what the dashboard has to show', async () => {
    const store = await tempStore()
    await seedStore(store, options)
    const [found] = await store.query(`
      select
        count(distinct e.entry) filter (where e.event_id = e.session_id) as entries,
        count(*) filter (where e.results = 0) > 20 as failed_searches,
        count(*) filter (where e.name = 'help.search.submit' and e.session_id is null) > 20 as orphans,
        count(*) filter (where e.value = -1) > 2 as votes_against,
        count(*) filter (where e.list_id <> '') > 100 as suggestions,
        count(distinct e.navigation || e.metric) filter (where e.metric <> '') as vitals,
        count(*) filter (where e.previous_id is not null) > 10 as second_sessions,
        bool_and(e.synthetic) as synthetic,
        max(e.ts) <= ${NOON} as past
      from events e`)
    expect(found).toEqual({
      entries: 3,
      failed_searches: true,
      orphans: true,
      votes_against: true,
      suggestions: true,
      vitals: 8,
      second_sessions: true,
      synthetic: true,
      past: true,
    })
  })

  test('holds events that a collector would take', async () => {
    const store = await tempStore()
    await seedStore(store, { ...options, days: 2 })
    const refused = (await rowsIn(store)).map((row) => parseEvent(fromRow(row))).filter((parsed) => !parsed.ok)
    expect(refused).toEqual([])
  })

  test('is the same for the same seed, and another for another', async () => {
    const fill = async (seed: number) => {
      const store = await tempStore()
      await seedStore(store, { ...options, days: 2, seed })
      return rowsIn(store)
    }
    const [once, again, other] = [await fill(1), await fill(1), await fill(2)]
    expect(again).toEqual(once)
    expect(other).not.toEqual(once)
  })

  test('gains only what has passed when it is seeded again later', async () => {
    const store = await tempStore()
    await seedStore(store, { ...options, days: 3 })
    const before = new Set((await rowsIn(store)).map((row) => row.event_id))
    const later = NOON + 6 * 3_600_000
    await seedStore(store, { ...options, days: 3, now: later })
    const added = (await rowsIn(store)).filter((row) => !before.has(row.event_id))
    expect(added.length).toBeGreaterThan(50)
    expect(added.every((row) => row.ts > NOON)).toBe(true)
    const sessions = recount((await rowsIn(store)).map(fromRow), later)
    expect(sessions.flatMap(({ id, events }) => events.filter((event) => event.sessionId !== id))).toEqual([])
  })
})
