import { describe, expect, test } from '@jest/globals'
import { collect, type TestCollector } from './helpers/collect.js'
import { NOON, opening, progress, SITE, search, vital } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const on = `site=${SITE}&from=2026-03-10&to=2026-03-11`
const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const as = (agent: string) => ({ headers: { 'content-type': 'text/plain', 'user-agent': agent } })
const visit = () => [opening({ seq: 1 }), search({ seq: 2 }), vital({ seq: 3 })]

async function seen(collector: TestCollector) {
  const read = async (name: string) => (await collector.get(`reports/${name}?${on}`)).body
  const { accepted, bot, test, received } = (await read('ledger')).totals
  const { sessions, orphan_searches } = (await read('sessions')).totals
  const live = await read('live')
  const counted = { sessions, orphan_searches, live: live.rows.length, open: live.totals.open }
  return { counted, vitals: (await read('vitals')).rows.length, booked: { received, accepted, bot, test } }
}
const nothing = { sessions: 0, orphan_searches: 0, live: 0, open: 0 }

describe('events of a robot', () => {
  const robots: readonly [string, object, RequestInit][] = [
    ['that says so in its user agent', {}, as(GOOGLEBOT)],
    ['that drives a browser', { webdriver: true }, as(FIREFOX)],
    ['without a window', {}, as(FIREFOX.replace('Firefox', 'HeadlessChrome'))],
  ]
  test.each(robots)('%s are kept and counted nowhere but in the ledger', async (_, said, init) => {
    const collector = await collect()
    const events = visit()
    expect((await collector.post({ sentAt: NOON, ...said, events }, init)).body).toMatchObject({
      rejected: [],
      mark: 3,
    })
    expect(await seen(collector)).toEqual({
      counted: nothing,
      vitals: 0,
      booked: { received: 3, accepted: 0, bot: 3, test: 0 },
    })
    const { arrivals } = (await collector.get(`ledger/${events[0]!.id}`)).body
    expect(arrivals).toMatchObject([{ outcome: 'bot', event: { name: 'help.article.open' } }])
    expect((await collector.get(`sessions/${events[0]!.id}`)).status).toBe(200)
  })

  test('are counted like those of readers where the site asks for it', async () => {
    const collector = await collect({ countBots: true })
    await collector.post({ sentAt: NOON, webdriver: true, events: visit() }, as(GOOGLEBOT))
    expect(await seen(collector)).toMatchObject({
      counted: { sessions: 1 },
      vitals: 1,
      booked: { accepted: 3, bot: 0 },
    })
  })

  test('change nothing in the session of a reader in the same tab', async () => {
    const collector = await collect()
    const first = opening({ seq: 1 })
    await collector.post({ sentAt: NOON, events: [first] }, as(FIREFOX))
    const later = progress({ seq: 2, sessionId: first.id, ts: NOON + 60_000 })
    await collector.post({ sentAt: NOON + 60_000, events: [later] }, as(GOOGLEBOT))
    const { rows } = (await collector.get(`reports/live?${on}`)).body
    expect(rows).toMatchObject([{ id: first.id, duration_ms: 0 }])
  })
})

test('events of a reader are accepted, with or without a user agent', async () => {
  const collector = await collect()
  await collector.post({ sentAt: NOON, events: [opening()] }, as(FIREFOX))
  await collector.events(opening())
  expect(await seen(collector)).toMatchObject({ counted: { sessions: 2 }, booked: { accepted: 2, bot: 0 } })
})

describe('a test', () => {
  test('is one when its batch says so, whoever drives the browser', async () => {
    const collector = await collect({ countBots: true })
    await collector.post({ sentAt: NOON, test: true, webdriver: true, events: visit() }, as(GOOGLEBOT))
    expect(await seen(collector)).toMatchObject({ counted: nothing, booked: { accepted: 0, bot: 0, test: 3 } })
  })

  test('is all that reaches a server which is one', async () => {
    const collector = await collect({ test: true })
    await collector.post({ sentAt: NOON, events: visit() }, as(GOOGLEBOT))
    expect(await seen(collector)).toMatchObject({ counted: nothing, vitals: 0, booked: { bot: 0, test: 3 } })
  })

  test('that comes again is a duplicate, like every event', async () => {
    const collector = await collect()
    const events = visit()
    await collector.events(...events)
    await collector.post({ sentAt: NOON, test: true, events })
    expect(await seen(collector)).toMatchObject({ booked: { received: 6, accepted: 3, test: 0 } })
  })
})

describe('the kind of device', () => {
  const agents: readonly [string, string, string][] = [
    [
      'phone',
      'an iPhone',
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1',
    ],
    [
      'phone',
      'an Android phone',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0.0.0 Mobile Safari/537.36',
    ],
    [
      'tablet',
      'an Android tablet',
      'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/150.0.0.0 Safari/537.36',
    ],
    [
      'tablet',
      'an iPad that says so',
      'Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1',
    ],
    ['desktop', 'a computer', FIREFOX],
  ]
  test.each(agents)('%s is kept of the user agent of %s, with its session', async (device, _, agent) => {
    const store = await tempStore()
    const collector = await collect({ store })
    await collector.post({ sentAt: NOON, events: [opening({ locale: 'es' })] }, as(agent))
    expect(await store.query('select s.device, s.locale from sessions s')).toEqual([{ device, locale: 'es' }])
  })
})
