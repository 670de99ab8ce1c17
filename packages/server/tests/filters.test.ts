import { describe, expect, test } from '@jest/globals'
import { searchForm } from '../src/reports/scope.js'
import { collect, type TestCollector } from './helpers/collect.js'
import { contact, NOON, opening, SITE, search, vital } from './helpers/events.js'

const PHONE = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36'
const COMPUTER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const tabOf = (n: number) => ({
  tabId: `0198c000-0000-7000-8000-0000000000${n}0`,
  visitorId: `0198c000-0000-7000-8000-0000000000${n}1`,
})

/** One session on a phone in Spanish that searched and read of tabs, one on a computer in English. */
async function twoReaders(): Promise<TestCollector> {
  const collector = await collect()
  const send = (agent: string, ...events: readonly unknown[]) =>
    collector.post({ sentAt: NOON, events }, { headers: { 'content-type': 'text/plain', 'user-agent': agent } })
  const one = opening({ ...tabOf(1), locale: 'es', entry: 'direct_link', via: 'external' })
  const inOne = { ...tabOf(1), locale: 'es', sessionId: one.id } as const
  await send(
    PHONE,
    one,
    search({ ...inOne, seq: 2, query: 'Pestañas' }),
    opening({ ...inOne, seq: 3, article: { id: 'tabs' } }),
    vital({ ...inOne, seq: 4 }),
  )
  const two = opening({ ...tabOf(2), locale: 'en' })
  await send(COMPUTER, two, contact({ ...tabOf(2), seq: 2, sessionId: two.id }), vital({ ...tabOf(2), seq: 3 }))
  // What fewer than three tabs have searched chooses nothing.
  await send(COMPUTER, ...[3, 4].map((n) => search({ ...tabOf(n), locale: 'en', query: 'pestañas' })))
  return collector
}

const on = `site=${SITE}&from=2026-03-10&to=2026-03-11`

describe('a report', () => {
  test.each([
    ['', 2, ['install', 'tabs'], 2],
    ['locale=es', 1, ['install', 'tabs'], 1],
    ['device=desktop', 1, ['install'], 1],
    ['device=tablet', 0, [], 0],
    ['entry=direct_link', 1, ['install', 'tabs'], 1],
    ['channel=help', 2, ['install', 'tabs'], 2],
    ['channel=web', 0, [], 0],
    ['article=tabs', 1, ['install', 'tabs'], 1],
    ['query=PESTAÑAS!', 1, ['install', 'tabs'], 1],
    ['query=nothing', 0, [], 0],
    ['query=pestañas&k=4', 0, [], 0],
    ['query=pestañas&locale=es', 0, [], 0],
    ['article=install&query=pestañas', 0, [], 0],
  ])('is narrowed down by %s', async (filter, sessions, articles, open) => {
    const collector = await twoReaders()
    const read = async (name: string) => (await collector.get(`reports/${name}?${on}&${filter}`)).body
    expect((await read('sessions')).totals.sessions).toBe(sessions)
    expect((await read('articles')).rows.map((row: { article: string }) => row.article).sort()).toEqual(articles)
    expect((await read('live')).rows).toHaveLength(sessions)
    expect((await read('live')).totals.open).toBe(open)
    expect((await read('vitals')).rows.map((row: { n: number }) => row.n)).toEqual(sessions > 0 ? [sessions] : [])
  })

  test.each([
    ['device=watch', /^device: expected phone, tablet, desktop, got "watch"/],
    ['entry=mail', /^entry: expected article_click/],
    ['channel=fax', /^channel: expected help/],
    [`article=${'a'.repeat(129)}`, /^article: expected at most 128 characters/],
    ['k=2', /^k: expected a whole number from 3 to 1000, got "2"/],
    ['k=many', /^k: expected a whole number/],
    ['compare=last', /^compare: expected before/],
    ['explain=opens', /^explain: expected rows, read/],
  ])('refuses %s', async (filter, reason) => {
    const { status, body } = await (await collect()).get(`reports/articles?${on}&${filter}`)
    expect(status).toBe(400)
    expect(body.error).toMatch(reason)
  })

  test('brings the period before, in the same shape', async () => {
    const collector = await collect()
    await collector.events(opening())
    const { body } = await collector.get(`reports/articles?site=${SITE}&from=2026-03-11&to=2026-03-12&compare=before`)
    expect([body.rows, body.before.rows.length]).toEqual([[], 1])
    expect([body.before.from, body.before.to]).toEqual(['2026-03-10T00:00:00.000Z', '2026-03-11T00:00:00.000Z'])
  })

  test('brings a day of 23 hours before a day of 24', async () => {
    const { body } = await (await collect()).get(
      `reports/sessions?site=${SITE}&from=2026-03-30&to=2026-03-31&tz=Europe/Madrid&compare=before`,
    )
    expect([body.before.from, body.before.to]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T22:00:00.000Z'])
  })

  test('names the sessions behind a number', async () => {
    const collector = await twoReaders()
    const { rows } = (await collector.get(`reports/articles?${on}&explain=search_again`)).body
    const { rows: listed } = (await collector.get(`reports/live?${on}&locale=es`)).body
    const of = (id: string) => rows.find(({ article }: { article: string }) => article === id).sessions
    expect([of('install'), of('tabs')]).toEqual([[listed[0].id], []])
  })
})

test('the same search is told by its letters and digits', () => {
  expect(['Tabs!', '  TABS ', 'ｔａｂｓ', '"tabs"'].map(searchForm)).toEqual(['tabs', 'tabs', 'tabs', 'tabs'])
  expect(searchForm('Año: e-mail')).toBe('año e mail')
  expect(searchForm('ΟΔΟΣ İ')).toBe('οδοσ i')
})
