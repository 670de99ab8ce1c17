import { recount } from '@helptally/core'
import { parseEvent } from '@helptally/core/schema'
import { describe, expect, test } from '@jest/globals'
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

  test('tells how each article was read, within the time that it was on screen', async () => {
    const store = await tempStore()
    await seedStore(store, options)
    const [found] = await store.query(`
      with readings as (
        select
          o.event_id,
          greatest(10000, o.words * 60000 / 238) as expected_ms,
          max(l.engaged_ms) as engaged_ms,
          max(l.scroll) as scroll,
          count(l.event_id) as told,
          bool_and(l.engaged_ms <= l.ts - o.ts and l.article_rev = o.article_rev) as true_to_life,
          bool_and(l.engaged_ms >= coalesce(earlier.engaged_ms, 0)) as grows
        from events o
        left join events l on l.open_id = o.event_id and l.name = 'help.article.leave'
        asof left join (select e.* from events e where e.name = 'help.article.leave') earlier
          on earlier.open_id = l.open_id and earlier.seq < l.seq
        where o.name = 'help.article.open' and o.article_lang = o.locale
        group by all
      )
      select
        count(*) > 500 as opens,
        count(*) - count(*) filter (where r.told > 0) as still_on_screen,
        count(*) filter (where r.told > 1) > 50 as told_again,
        bool_and(r.true_to_life) as true_to_life,
        bool_and(r.grows) as grows,
        avg((r.engaged_ms >= 0.4 * r.expected_ms and r.scroll >= 50)::int) between 0.35 and 0.65 as some_were_read,
        avg((r.engaged_ms < greatest(5000, 0.1 * r.expected_ms))::int) between 0.08 and 0.3 as some_were_left_at_once
      from readings r`)
    expect(found).toEqual({
      opens: true,
      // The readers who are there now, and those whose visit is not over at noon.
      still_on_screen: expect.any(Number),
      told_again: true,
      true_to_life: true,
      grows: true,
      some_were_read: true,
      some_were_left_at_once: true,
    })
    expect((found as { still_on_screen: number }).still_on_screen).toBeLessThan(20)
  })

  test('has lists of suggestions that were seen before they were clicked', async () => {
    const store = await tempStore()
    await seedStore(store, options)
    const [found] = await store.query(`
      with clicks as (
        select o.tab_id, o.seq, o.list_id, o.algorithm, o.position
        from events o
        where o.name = 'help.article.open' and o.list_id <> ''
      )
      select
        count(*) > 40 as clicks,
        count(*) filter (where v.seq is null) as unseen,
        count(distinct c.position) as positions,
        bool_and(c.position <= v.results and c.algorithm = v.algorithm) as in_the_list
      from clicks c
      asof left join (select e.* from events e where e.name = 'help.suggestion.view') v
        on v.tab_id = c.tab_id and v.list_id = c.list_id and v.seq < c.seq`)
    expect(found).toEqual({ clicks: true, unseen: 0, positions: 4, in_the_list: true })
  })

  test('has searches of every fate, and readers who ask a person in the end', async () => {
    const store = await tempStore()
    await seedStore(store, { ...options, days: 30 })
    const [searches] = await store.query(`
      with searches as (
        select
          s.*,
          lead(s.name) over tab = s.name and lead(s."at") over tab < s."at" + 120000 as refined,
          s.query_id in (select o.query_id from events o where o.via = 'search_result') as chosen
        from events s
        window tab as (partition by s.tab_id order by s.seq)
      )
      select
        count(*) filter (where s.results is null) > 5 as failed,
        count(*) filter (where s.results > 0 and not s.chosen) > 50 as unchosen,
        count(*) filter (where s.refined) > 50 as refined,
        count(*) filter (where len(s.filters) > 0) > 10 as filtered,
        bool_and(s.latency_ms > 0 and s.engine <> '') as timed
      from searches s
      where s.name = 'help.search.submit'`)
    expect(searches).toEqual({ failed: true, unchosen: true, refined: true, filtered: true, timed: true })
    const [others] = await store.query(`
      select
        count(*) filter (where e.name = 'help.contact.start') > count(*) filter (where e.name = 'help.contact.submit') as given_up,
        count(*) filter (where e.name = 'help.contact.submit') > 10 as asked,
        count(*) filter (where len(e.offered) > 0) > 10 as offers,
        count(distinct e.referrer) > 2 as referrers,
        count(distinct e.cause) filter (where e.value < 0) > 3 as reasons_against,
        count(*) filter (where e.comment <> '') > 3 as comments,
        count(*) filter (where e.metric <> '' and e.open_id is null) as vitals_of_nothing,
        count(distinct e.locale || e.device) as audiences,
        count(distinct e.device) = 3 and bool_and(e.device <> '') as devices
      from events e`)
    expect(others).toEqual({
      given_up: true,
      asked: true,
      offers: true,
      referrers: true,
      reasons_against: true,
      comments: true,
      vitals_of_nothing: 0,
      audiences: 6,
      devices: true,
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
