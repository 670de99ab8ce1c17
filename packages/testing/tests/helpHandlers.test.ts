import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS } from '@helptally/core/schema'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { setupServer } from 'msw/node'
import { helpHandlers } from '../src/index.js'
import { event, OPEN, TAB, uuid, VOTE } from './support/events.js'

const help = helpHandlers()
const server = setupServer(...help.handlers)
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => help.clear())
afterAll(() => server.close())

const EVENTS = 'https://docs.example/api/help/events'

function post(body: BodyInit, type: string | null = 'text/plain'): Promise<Response> {
  const headers = type === null ? new Headers() : new Headers({ 'content-type': type })
  return fetch(EVENTS, { method: 'POST', body, headers })
}
const send = (...events: unknown[]) => post(JSON.stringify({ sentAt: Date.now(), events }))

describe('a batch', () => {
  test('is answered like the collector does, and recorded', async () => {
    const events = [event(1, OPEN), event(2, VOTE)]
    const response = await send(...events)
    expect(response.status).toBe(202)
    expect(await response.json()).toEqual({ received: 2, rejected: [], mark: 2 })
    expect(help.events).toEqual(events)
  })

  test('posted twice is recorded once', async () => {
    const [open, vote] = [event(1, OPEN), event(2, VOTE)]
    await send(open, vote)
    expect((await send(open, vote, open)).status).toBe(202)
    expect(help.events).toEqual([open, vote])
  })

  test('keeps its good events when one is bad, and the bad one is named', async () => {
    const good = event(1, OPEN)
    const bad = { ...event(2, VOTE), name: 'help.article.closed' }
    const response = await send(good, bad, null)
    const unknown = expect.stringMatching(/^name: unknown event "help.article.closed"/)
    const nothing = 'expected an event object, got null'
    expect(await response.json()).toEqual({
      received: 3,
      rejected: [
        { id: bad.id, reason: unknown },
        { id: null, reason: nothing },
      ],
      mark: 2,
    })
    expect(help.events).toEqual([good])
    expect(help.rejected).toEqual([
      { id: bad.id, reason: unknown, event: bad },
      { id: null, reason: nothing, event: null },
    ])
  })

  test('may hold what happened in a chat, which is recorded apart and has no number', async () => {
    const { id, v, site, tabId, visitorId, ts } = event(2, OPEN)
    const said = { id, v, site, channel: 'web', tabId, visitorId, ts, name: 'chat.message', by: 'user' }
    const response = await send(event(1, OPEN), said, said)
    expect(await response.json()).toEqual({ received: 3, rejected: [], mark: 1 })
    expect(help.events).toHaveLength(1)
    expect(help.chat).toEqual([said])
    expect(help.sessions()).toHaveLength(1)
    help.clear()
    expect(help.chat).toEqual([])
  })

  test('is taken as application/json too', async () => {
    const response = await post(JSON.stringify({ sentAt: Date.now(), events: [event(1, OPEN)] }), 'application/json')
    expect(response.status).toBe(202)
  })
})

describe('the mark', () => {
  const markOf = async (...events: unknown[]) =>
    ((await (await send(...events)).json()) as { mark: number | null }).mark

  test('stands before a gap until the gap is filled', async () => {
    expect(await markOf(event(1, OPEN), event(3, VOTE))).toBe(1)
    expect(await markOf(event(2, VOTE))).toBe(3)
  })

  test('is that of each tab by itself', async () => {
    await send(event(1, OPEN), event(2, VOTE))
    expect(await markOf(event(1, OPEN, { id: uuid(9), tabId: uuid(0xc) }))).toBe(1)
  })

  test('is told to a page that asks for it without sending anything, with the numbers beyond it', async () => {
    await send(event(1, OPEN), event(2, VOTE), event(4, VOTE))
    const ask = async (tabId: string) => (await post(JSON.stringify({ sentAt: Date.now(), tabId, events: [] }))).json()
    expect(await ask(TAB)).toEqual({ received: 0, rejected: [], mark: 2, ahead: [4] })
    expect(await ask(uuid(0xd))).toEqual({ received: 0, rejected: [], mark: 0, ahead: [] })
  })

  test('is null when no event was good', async () => {
    expect(await markOf({ ...event(1, OPEN), v: 2 })).toBeNull()
  })
})

describe('a request that is no batch', () => {
  test.each([
    ['broken JSON', 400, '{"sentAt":', /^expected JSON in UTF-8/],
    ['bytes that are no UTF-8', 400, new Uint8Array([0xff, 0xfe]), /^expected JSON in UTF-8/],
    ['no sentAt', 400, '{"events":[{}]}', /sentAt/],
    ['no events', 400, `{"sentAt":${Date.now()},"events":[]}`, /events: expected at least one event/],
    [
      'too many events',
      400,
      JSON.stringify({ sentAt: Date.now(), events: Array.from({ length: MAX_BATCH_EVENTS + 1 }, () => 0) }),
      /events: expected at most/,
    ],
    ['too many bytes', 413, ' '.repeat(MAX_BATCH_BYTES + 1), /expected at most 65536 bytes/],
  ])('%s: %d', async (_, status, body, reason) => {
    const response = await post(body)
    expect(response.status).toBe(status)
    expect(await response.json()).toEqual({ error: expect.stringMatching(reason) })
    expect(help.events).toEqual([])
  })

  test.each(['application/x-www-form-urlencoded', 'text/html', 'text/plainly'])('of type %s: 415', async (type) => {
    const response = await post(JSON.stringify({ sentAt: Date.now(), events: [event(1, OPEN)] }), type)
    expect(response.status).toBe(415)
    expect(await response.json()).toEqual({
      error: `content-type: expected text/plain or application/json, got ${type}`,
    })
  })
})

describe('sessions()', () => {
  test('counts the recorded events by the rulebook', async () => {
    const now = Date.now()
    const open = event(1, OPEN, { ts: now - 400_000 })
    const again = event(2, OPEN, { ts: now - 60_000, activeAt: now - 400_000 })
    await send(again, open)
    expect(help.sessions()).toMatchObject([
      { id: open.id, reason: 'idle', endedAt: now - 100_000 },
      { id: again.id, previousId: open.id, endedAt: null },
    ])
  })
})

describe('failNext()', () => {
  test('fails one request and records nothing of it', async () => {
    help.failNext()
    expect((await send(event(1, OPEN))).status).toBe(503)
    expect(help.events).toEqual([])
    expect((await send(event(1, OPEN))).status).toBe(202)
    expect(help.events).toHaveLength(1)
  })

  test('fails as many requests as it was called, in that order', async () => {
    help.failNext(500)
    help.failNext(429)
    const statuses = [await send(event(1, OPEN)), await send(event(1, OPEN)), await send(event(1, OPEN))]
    expect(statuses.map(({ status }) => status)).toEqual([500, 429, 202])
  })
})

describe('clear()', () => {
  test('forgets events, rejections, marks and failures', async () => {
    await send(event(1, OPEN), event(2, VOTE), null)
    help.failNext()
    help.clear()
    expect([help.events, help.rejected, help.sessions()]).toEqual([[], [], []])
    expect(await (await send(event(2, VOTE))).json()).toEqual({ received: 1, rejected: [], mark: 0 })
  })

  test('forgets a request that is being answered', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const init = { method: 'POST', body: readable, duplex: 'half', headers: { 'content-type': 'text/plain' } }
    const [handler] = help.handlers
    const sent = handler!.run({ request: new Request(EVENTS, init as RequestInit), requestId: 'late' })
    const late = writable.getWriter()
    await late.write(new TextEncoder().encode(`{"sentAt":${Date.now()},`))
    help.clear()
    await late.write(new TextEncoder().encode(`"events":[${JSON.stringify(event(1, OPEN))}]}`))
    await late.close()
    expect((await sent)?.response?.status).toBe(202)
    expect(help.events).toEqual([])
  })
})

describe('the base', () => {
  test.each([
    ['/support/help', 'https://anywhere.example/support/help/events'],
    ['https://collector.example/help', 'https://collector.example/help/events'],
    ['/support/help', 'https://anywhere.example/support/help/events/'],
    ['/support/help/', 'https://anywhere.example/support/help/events/'],
  ])('may be %s, and its events come to %s', async (base, address) => {
    const elsewhere = helpHandlers({ base })
    server.use(...elsewhere.handlers)
    const body = JSON.stringify({ sentAt: Date.now(), events: [event(1, OPEN)] })
    expect((await fetch(address, { method: 'POST', body })).status).toBe(202)
    expect(elsewhere.events).toMatchObject([{ tabId: TAB }])
    expect(help.events).toEqual([])
    server.resetHandlers()
  })
})
