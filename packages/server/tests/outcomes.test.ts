import { randomUUID } from 'node:crypto'
import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { toCsv } from '../src/reports/toCsv.js'
import { contact, contacted, leave, MINUTE, NOON, opening, search, vital, vote } from './helpers/events.js'
import { read, storeOf } from './helpers/reports.js'

const none = { rate: null, n: 0 }

/** A session in a tab of its own: its opening, and what follows within. */
function session(...follow: readonly ((first: HelpEvent) => HelpEvent)[]): HelpEvent[] {
  const first = opening({ tabId: randomUUID(), visitorId: randomUUID() })
  const { tabId, visitorId, id: sessionId } = first
  return [
    first,
    ...follow.map((next, i) => ({
      ...next(first),
      tabId,
      visitorId,
      sessionId,
      seq: i + 2,
      ts: NOON + (i + 1) * 10_000,
    })),
  ]
}

const asks = [() => contact(), () => contacted()]
const reads = ({ id }: HelpEvent) => leave({ openId: id, engagedMs: 20_000, scroll: 80, activeAt: NOON })

test('a period without sessions has zeros, and no share of nothing', async () => {
  const { rows, totals, synthetic } = await read(await storeOf(), 'outcomes', { to: '2026-03-12' })
  const nothing = {
    sessions: 0,
    found: 0,
    failed: 0,
    contacted: 0,
    contact: none,
    contact_starts: 0,
    helpfulness: { ...none, low: null },
    one_article: 0,
    two_articles: 0,
    three_articles: 0,
    more_articles: 0,
    duration_median_ms: null,
    one_event: 0,
    interactions: 0,
    interactions_per_session: null,
  }
  expect(rows).toEqual(['10', '11'].map((day) => ({ start: `2026-03-${day}T00:00:00.000Z`, ...nothing })))
  expect({ totals, synthetic }).toEqual({ totals: nothing, synthetic: false })
})

test('a session was found, failed or contacted, once however often the reader asked', async () => {
  const store = await storeOf(
    ...session(reads),
    ...session(),
    ...session(() => contact()),
    ...session(reads, ...asks, () => contacted()),
  )
  expect((await read(store, 'outcomes')).totals).toMatchObject({
    sessions: 4,
    found: 1,
    failed: 2,
    contacted: 1,
    contact: { rate: 0.25, n: 4 },
    contact_starts: 2,
  })
})

test('a session in which nothing was done after the start has no duration, whatever the page told of it later', async () => {
  const store = await storeOf(
    ...session(reads, () => vital({ activeAt: NOON })),
    ...session(() => vote({ activeAt: NOON })),
    ...session(reads, () => search({ activeAt: NOON })),
  )
  expect((await read(store, 'outcomes')).totals).toMatchObject({ one_event: 1, duration_median_ms: 15_000 })
})

test('an article that is shown again when a new session starts is read in that one, too', async () => {
  const first = opening()
  const again = opening({ seq: 2, ts: NOON + 20 * MINUTE, nav: 'history', previousId: first.id })
  const store = await storeOf(
    first,
    again,
    leave({ openId: again.id, sessionId: again.id, seq: 3, ts: NOON + 21 * MINUTE, scroll: 100 }),
  )
  const { totals } = await read(store, 'outcomes')
  expect(totals).toMatchObject({ sessions: 2, found: 2, one_article: 2, interactions: 1 })
})

test('sessions are counted by how many articles they showed, and by all that was exchanged', async () => {
  const show = (id: string) => () => opening({ id: randomUUID(), article: { id }, via: 'suggestion' })
  const store = await storeOf(
    ...session(show('install'), show('install')),
    ...session(
      show('tabs'),
      () => search(),
      () => vote(),
      ...asks,
    ),
    ...session(...['b', 'c', 'd'].map(show)),
  )
  expect((await read(store, 'outcomes')).totals).toMatchObject({
    one_article: 1,
    two_articles: 1,
    three_articles: 0,
    more_articles: 1,
    interactions: 1 + 4 + (1 + 2 + 3) + (1 + 6),
    interactions_per_session: 18 / 3,
  })
})

test('a vote that was changed counts on the day of the change', async () => {
  const own = opening({ ts: NOON + 24 * 60 * MINUTE })
  const store = await storeOf(
    vote({ value: -1 }),
    own,
    vote({ seq: 3, sessionId: own.id, ts: own.ts + MINUTE, value: 1 }),
  )
  const { rows, totals } = await read(store, 'outcomes', { to: '2026-03-12' })
  expect(rows.map(({ helpfulness }) => helpfulness.n)).toEqual([0, 1])
  expect(totals.helpfulness).toMatchObject({ rate: 1, n: 1 })
})

test('the sessions behind each number are named, the latest first, and filters choose among them', async () => {
  const [failed, found, asked] = [session(), session(reads), session(...asks)]
  const other = opening({ article: { id: 'tabs' }, tabId: randomUUID(), synthetic: true })
  const store = await storeOf(...failed, ...found, ...asked, other)
  const behind = async (explain: string, filters = {}) =>
    (await read(store, 'outcomes', { explain, ...filters })).rows[0]!.sessions_behind
  const ids = (...sessions: HelpEvent[][]) => sessions.map(([first]) => first!.id).toSorted((a, b) => (a < b ? 1 : -1))
  expect(await behind('rows', { article: 'install' })).toEqual(ids(failed, found, asked))
  expect(await behind('found')).toEqual(ids(found))
  expect(await behind('failed')).toEqual(ids(failed, [other]))
  expect(await behind('contacted')).toEqual(ids(asked))
  expect(await behind('contact_starts')).toEqual(ids(asked))
  expect(await behind('one_event')).toEqual(ids(failed, found, [other]))
  const { totals, synthetic } = await read(store, 'outcomes', { article: 'tabs' })
  expect({ sessions: totals.sessions, synthetic }).toEqual({ sessions: 1, synthetic: true })
})

test('rows are lines of a file', async () => {
  const { rows } = await read(await storeOf(...session(reads)), 'outcomes')
  const [head, line] = toCsv(rows).split('\r\n')
  expect(head!.split(',').slice(0, 4)).toEqual(['start', 'sessions', 'found', 'failed'])
  expect(line).toMatch(/^2026-03-10T00:00:00.000Z,1,1,0,/)
})
