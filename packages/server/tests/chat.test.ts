import { randomUUID } from 'node:crypto'
import type { ChatEvent } from '@helptally/core'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { recountLog } from '../src/recount/recountLog.js'
import type { Store } from '../src/store/store.js'
import { collect, type TestCollector } from './helpers/collect.js'
import { MINUTE, NOON, opening, SITE } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const KEY = 'a-server-key'
const DAY = 86_400_000
const VISITOR = '0198c000-0000-7000-8000-00000000000a'
const OTHER = '0198c000-0000-7000-8000-0000000000aa'
const TAB = '0198c000-0000-7000-8000-00000000000b'

let store: Store
let collector: TestCollector
beforeEach(async () => {
  store = await tempStore()
  collector = await collect({ store, site: SITE, serverKey: KEY, now: () => NOON + DAY })
})

/** What a page tells of its chat, so many ms after noon: a message of the user unless said otherwise. */
const chat = (afterMs: number, change: object = {}) => ({
  ...{ id: randomUUID(), v: 1, site: SITE, channel: 'web', tabId: TAB, visitorId: VISITOR, ts: NOON + afterMs },
  ...('name' in change ? {} : { name: 'chat.message', by: 'user' }),
  ...change,
})

const tell = (...events: readonly unknown[]) => collector.post({ sentAt: NOON + DAY, events })
const get = async (path: string) => (await collector.get(`${path}?from=2026-03-10&to=2026-03-12`)).body
const web = async () =>
  (await get('reports/channels')).rows.find((row: { channel: string }) => row.channel === 'web') as {
    sessions: number
    interactions: number
  }

describe('what a page tells of its chat', () => {
  test('is counted by the rulebook, whoever of its tabs tells it and in whatever order', async () => {
    const [hello, answer] = [chat(0), chat(1_000, { name: 'chat.message', by: 'bot', tabId: randomUUID() })]
    await tell(chat(2 * MINUTE, { name: 'chat.close' }), answer)
    const { body } = await tell(chat(-MINUTE, { name: 'chat.open' }), hello)
    expect(body).toMatchObject({ received: 2, rejected: [] })
    expect(await web()).toMatchObject({ sessions: 1, interactions: 2, user_turns: 1, ended: { close: 1 } })
    const explained = (await collector.get(`sessions/${hello.id}`)).body
    expect(explained).toMatchObject({ visitorId: VISITOR, end: { reason: 'close' }, rule: { channel: 'web' } })
    expect(explained.steps).toHaveLength(3)
    const words = await collector.handle(new Request(`http://localhost/x?format=text`), ['sessions', hello.id])
    expect(await words.text()).toContain('the window is closed')
  })

  test('that the window was opened again is noted in a session that goes on', async () => {
    const hello = chat(0)
    await tell(hello, chat(MINUTE, { name: 'chat.open' }), chat(4 * MINUTE))
    expect(await web()).toMatchObject({ sessions: 1 })
    const { steps } = (await collector.get(`sessions/${hello.id}`)).body
    expect(steps.map(({ did }: { did: string }) => did)).toEqual(['started', 'noted', 'kept'])
  })

  test('counts once with the same id, even much later', async () => {
    const id = '00000000-0000-7abc-8def-0123456789ab'
    await tell(chat(0, { id }))
    await tell(chat(20 * MINUTE, { id, tabId: randomUUID() }))
    expect(await web()).toMatchObject({ sessions: 1, interactions: 1 })
    expect((await get('reports/ledger')).totals).toMatchObject({ received: 2, accepted: 1, duplicate: 1 })
  })

  test.each<[string, object, RegExp]>([
    ['a speaker that nobody knows', { name: 'chat.message', by: 'parrot' }, /^by: /],
    ['words', { name: 'chat.message', by: 'user', text: 'hello' }, /^text: /],
    ['another channel', { channel: 'whatsapp' }, /^channel: /],
    ['a raw id', { conversation: '34600123456' }, /^conversation: expected a UUID/],
    ['another happening', { name: 'chat.wave' }, /^name: unknown event/],
    ['a number of its tab', { seq: 4 }, /^seq: /],
    ['a session', { sessionId: randomUUID() }, /^sessionId: /],
    ['a score that is none', { name: 'chat.survey_answered', score: 'good' }, /^score: /],
    ['a reason that is long', { name: 'chat.transfer', cause: 'x'.repeat(65) }, /^cause: /],
    ['a time long past', { ts: NOON - 8 * DAY }, /^ts: /],
    ['no consent', { visitorId: null }, /^visitorId: /],
  ])('with %s is rejected, and costs nobody else of its batch', async (_, change, reason) => {
    const bad = chat(0, change)
    const { status, body } = await tell(opening(), bad, chat(0))
    expect(status).toBe(202)
    expect(body.rejected).toEqual([{ id: bad.id, reason: expect.stringMatching(reason) }])
    expect(body.mark).toBe(1)
    expect((await get('reports/channels')).totals).toMatchObject({ sessions: 2, help: 1, conversations: 1 })
  })

  test('of a robot, or a test, is kept and not counted', async () => {
    await collector.post({ sentAt: NOON + DAY, webdriver: true, events: [chat(0)] })
    await collector.post({ sentAt: NOON + DAY, test: true, events: [chat(0)] })
    expect(await web()).toMatchObject({ sessions: 0 })
    expect((await get('reports/ledger')).totals).toMatchObject({ received: 2, bot: 1, test: 1 })
  })

  test('has nothing in the log that should not be in it', async () => {
    await tell(chat(0, { name: 'chat.transfer', cause: 'asked by ana@example.com' }))
    expect(await store.query('select e.cause from events e')).toEqual([{ cause: 'asked by [mail]' }])
  })

  test('leaves no gap in the numbers of its tab', async () => {
    const { body } = await tell(opening({ tabId: TAB, seq: 1 }), chat(0), opening({ tabId: TAB, seq: 2 }))
    expect(body.mark).toBe(2)
    const again = await collect({ store, now: () => NOON + DAY })
    expect((await again.post({ sentAt: NOON + DAY, tabId: TAB, events: [] })).body).toMatchObject({ mark: 2 })
  })

  test('goes with its visitor, and is not let in again', async () => {
    const gone = chat(0)
    await tell(gone, chat(0, { visitorId: OTHER }))
    expect(await store.eraseVisitor(VISITOR)).toBe(1)
    await tell(gone, chat(1_000))
    expect(await web()).toMatchObject({ sessions: 1 })
  })

  test('is found again by a recount', async () => {
    await tell(chat(0), chat(4 * MINUTE), chat(9 * MINUTE + 1), chat(10 * MINUTE, { name: 'chat.close' }))
    const asked = { site: SITE, from: NOON - DAY, to: NOON + DAY, starts: [NOON - DAY], rules: null }
    const { days, named } = await recountLog(store, asked)
    expect({ days, named }).toMatchObject({ days: [{ claimed: 2, found: 2 }], named: [] })
  })
})

describe('no page reaches a conversation but those of its visitor', () => {
  const fact = (more: object) => ({
    ...{ id: randomUUID(), channel: 'web', conversation: 'c1', visitor: 'v1', at: NOON, type: 'message', by: 'user' },
    ...more,
  })
  const platform = (...facts: readonly unknown[]) =>
    collector.send('POST', 'conversations', {
      body: JSON.stringify({ facts }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
    })
  const conversations = async () =>
    store.query<{ conversation: string; visitor: string; n: number }>(
      'select e.tab_id::varchar as conversation, any_value(e.visitor_id)::varchar as visitor, count(*) as n from events e group by 1 order by 3, 1',
    )

  test('not one that a platform tells of, though it knows how that is kept', async () => {
    await platform(fact({}))
    const [kept] = await conversations()
    await tell(
      chat(MINUTE, { name: 'chat.close', visitorId: kept!.visitor, conversation: kept!.conversation }),
      chat(MINUTE, { name: 'chat.close', visitorId: kept!.visitor }),
      chat(MINUTE, { name: 'chat.close', conversation: kept!.conversation, tabId: kept!.conversation }),
    )
    expect(await conversations()).toHaveLength(4)
    expect(await web()).toMatchObject({ sessions: 1, ended: { close: 0 } })
  })

  test('not one of another visitor', async () => {
    const conversation = randomUUID()
    await tell(chat(0, { conversation }), chat(MINUTE, { name: 'chat.close', conversation, visitorId: OTHER }))
    expect(await web()).toMatchObject({ sessions: 1, ended: { close: 0 } })
  })

  test('its own conversations are apart by their ids, and the same whenever it tells of them', async () => {
    const conversation = randomUUID()
    const told: Partial<ChatEvent>[] = [{}, { conversation }, {}, { conversation }]
    for (const change of told) await tell(chat(0, change))
    expect((await conversations()).map(({ n }) => n)).toEqual([2, 2])
  })
})
