import { randomUUID } from 'node:crypto'
import { expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { leave, MINUTE, NOON, opening, SITE, search, suggestions, vote } from './helpers/events.js'
import { read, storeOf } from './helpers/reports.js'

const THIS = { article: 'install' }
const elsewhere = () => ({ tabId: randomUUID(), visitorId: randomUUID() })

test('the report is about one article, and says so when none is named', async () => {
  const collector = await collect({ site: SITE })
  const { status, body } = await collector.get('reports/article')
  expect(status).toBe(400)
  expect(body.error).toBe('article: expected the id of the article that the report article is about, got none')
  expect((await collector.get('reports/article?article=install')).status).toBe(200)
})

test('an article that nobody opened has no row, and no share of nothing', async () => {
  const report = await read(await storeOf(opening({ article: { id: 'tabs' } })), 'article', THIS)
  expect(report).toMatchObject({
    article: 'install',
    rows: [],
    totals: null,
    arrivals: [],
    departures: [],
    reasons: [],
    comments: [],
    suggested: [],
  })
  expect(report.reading).toHaveLength(10)
  expect(report.reading[0]).toEqual({ scroll: 10, openings: { rate: null, n: 0 } })
  expect(report.series).toMatchObject([{ start: '2026-03-10T00:00:00.000Z', opens: 0, read: { rate: null, n: 0 } }])
})

test('each revision is judged on its own votes and openings, the latest first', async () => {
  const [old, fresh] = [
    { id: 'install', rev: 'a' },
    { id: 'install', rev: 'b' },
  ]
  const first = opening({ article: old })
  const store = await storeOf(
    first,
    vote({ article: old, value: -1, seq: 2, sessionId: first.id }),
    opening({ article: fresh, seq: 3, ts: NOON + MINUTE, sessionId: first.id }),
    opening({ article: { id: 'tabs', rev: 'b' }, ...elsewhere() }),
  )
  const { rows, totals } = await read(store, 'article', { ...THIS, explain: 'rows' })
  expect(rows).toMatchObject([
    { revision: 'b', first_at: '2026-03-10T12:01:00.000Z', opens: 1, session_views: 1, helpfulness: { n: 0 } },
    { revision: 'a', first_at: '2026-03-10T12:00:00.000Z', opens: 1, session_views: 1, helpfulness: { rate: 0, n: 1 } },
  ])
  expect(rows[0]!.failed.rate).toBe(1)
  expect(rows.map(({ sessions }) => sessions)).toEqual([[first.id], [first.id]])
  expect(totals).toMatchObject({ opens: 2, session_views: 1, votes: { rate: 0.5, n: 2 } })
})

test('a query is shown once three tabs have made it', async () => {
  const came = (query: string) => {
    const own = elsewhere()
    const asked = search({ ...own, query })
    const via = { entry: 'search_enter', via: 'search_result', queryId: asked.queryId, position: 1 } as const
    return [asked, opening({ ...own, ...via, seq: 2, ts: NOON + 1_000 })]
  }
  const twice = came('my secret')
  const store = await storeOf(
    ...twice,
    search({ ...elsewhere(), query: 'My secret!', tabId: twice[0]!.tabId, seq: 3, ts: NOON + 2_000 }),
    ...came('my secret'),
    ...['set up', 'Set up!', ' SET UP'].flatMap(came),
    opening(elsewhere()),
  )
  const { arrivals } = await read(store, 'article', THIS)
  expect(arrivals).toEqual([
    { entry: 'search_enter', via: 'search_result', query: 'set up', opens: 3, withheld: 0 },
    { entry: 'search_enter', via: 'search_result', query: null, opens: 2, withheld: 2 },
    { entry: 'article_click', via: 'home', query: null, opens: 1, withheld: 0 },
  ])
})

test('where readers went next, and how much of it they saw', async () => {
  const [one, two, three] = [opening(elsewhere()), opening(elsewhere()), opening(elsewhere())]
  const later = ({ tabId, visitorId, id }: typeof one) => ({
    tabId,
    visitorId,
    sessionId: id,
    seq: 3,
    ts: NOON + MINUTE,
  })
  const store = await storeOf(
    one,
    two,
    three,
    leave({ ...later(one), seq: 2, openId: one.id, scroll: 100 }),
    leave({ ...later(two), seq: 2, openId: two.id, scroll: 49 }),
    opening({ ...later(one), article: { id: 'tabs' } }),
    search(later(two)),
  )
  const { departures, reading } = await read(store, 'article', THIS)
  expect(departures).toEqual([
    { next: 'article', article: 'tabs', opens: 1 },
    { next: 'end', article: '', opens: 1 },
    { next: 'search', article: '', opens: 1 },
  ])
  expect(reading.map(({ openings }) => Math.round(openings.rate! * 3))).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 1, 1])
})

test('reasons are those of the votes that count; comments stay, the newest first, fifty at most', async () => {
  const again = elsewhere()
  const many = Array.from({ length: 51 }, (_, i) =>
    vote({ ...elsewhere(), ts: NOON + i, comment: `no. ${i}`, value: -1, reason: 'unclear' }),
  )
  const store = await storeOf(
    vote({ ...again, ts: NOON + 1_000, value: -1, reason: 'outdated', comment: 'Old screenshots' }),
    vote({ ...again, seq: 2, ts: NOON + 2_000, value: 1 }),
    vote({ ...elsewhere(), article: { id: 'tabs' }, comment: 'not this one' }),
    ...many,
  )
  const { reasons, comments } = await read(store, 'article', THIS)
  expect(reasons).toEqual([
    { value: -1, reason: 'unclear', votes: 51 },
    { value: 1, reason: '', votes: 1 },
  ])
  expect(comments).toHaveLength(50)
  expect(comments[0]).toEqual({
    at: '2026-03-10T12:00:01.000Z',
    revision: '',
    value: -1,
    reason: 'outdated',
    comment: 'Old screenshots',
  })
})

test('a click on a suggestion counts for the list that was seen last before it, also from the tab that it opened', async () => {
  const on = (id: string) => ({ article: { id } })
  const clicked = { via: 'suggestion', listId: 'related', position: 1, article: { id: 'tabs' } } as const
  const [here, other] = [elsewhere(), elsewhere()]
  const there = opening({ ...elsewhere(), article: { id: 'idle' } })
  const inThere = { tabId: there.tabId, visitorId: there.visitorId, sessionId: there.id }
  const store = await storeOf(
    suggestions({ ...here, ...on('install'), seq: 1 }),
    suggestions({ ...here, ...on('idle'), seq: 2, ts: NOON + 1_000 }),
    opening({ ...here, ...clicked, seq: 3, ts: NOON + 2_000 }),
    there,
    suggestions({ ...inThere, ...on('install'), seq: 2 }),
    opening({ ...there, ...clicked, id: randomUUID(), tabId: randomUUID(), openedFrom: there.id, ts: NOON + 1_000 }),
    opening({ ...there, ...clicked, id: randomUUID(), tabId: randomUUID(), openedFrom: there.id, ts: NOON + 2_000 }),
    suggestions({ ...other, ...on('install'), seq: 1 }),
    opening({ ...other, ...clicked, listId: 'next', seq: 2, ts: NOON + 1_000 }),
  )
  const { suggested } = await read(store, 'article', THIS)
  expect(suggested).toEqual([{ list: 'related', algorithm: '', clicked: { rate: 1 / 3, n: 3 } }])
})

test('the openings of each interval, on the day of their session', async () => {
  const late = opening({ ts: Date.UTC(2026, 2, 10, 23, 59) })
  const store = await storeOf(late, opening({ ts: Date.UTC(2026, 2, 11, 0, 1), seq: 2, sessionId: late.id }))
  const { series } = await read(store, 'article', { ...THIS, to: '2026-03-12' })
  expect(series.map(({ opens }) => opens)).toEqual([2, 0])
})
