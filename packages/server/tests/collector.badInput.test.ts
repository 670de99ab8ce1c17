import { describe, expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { MINUTE, NOON, opening, progress, SITE, search } from './helpers/events.js'

const DAY = 24 * 60 * MINUTE
const stored = `reports/sessions?site=${SITE}&from=2026-03-10&to=2026-03-11`

describe('a batch with one bad event', () => {
  test('stores the others and names the bad one', async () => {
    const collector = await collect()
    const bad = { ...opening({ seq: 2 }), name: 'help.article.close' }
    const { status, body } = await collector.events(opening({ seq: 1 }), bad, search({ seq: 3 }))
    expect({ status, ...body }).toEqual({
      status: 202,
      received: 3,
      rejected: [{ id: bad.id, reason: expect.stringMatching(/^name: unknown event "help\.article\.close", known: /) }],
      mark: 3,
    })
    const { totals } = (await collector.get(stored)).body
    expect(totals).toMatchObject({ sessions: 1, orphan_searches: 1 })
  })

  const bads: readonly [string, object, RegExp][] = [
    ['a field over its limit', search({ query: 'x'.repeat(201) }), /^query: expected at most 200 characters/],
    ['an id that is no UUID', opening({ id: 'seven' }), /^id: expected a UUID in lower case/],
    ['a session id that is no UUID', opening({ sessionId: 'seven' }), /^sessionId: expected a UUID/],
    ['an unknown field', { ...opening(), password: 'x' }, /password/],
    ['a time in seconds', opening({ ts: NOON / 1000 }), /^ts: expected epoch milliseconds/],
    [
      'a time over a week before it was sent',
      opening({ ts: NOON - 7 * DAY - 1 }),
      /^ts: expected at most 7 days before/,
    ],
    ['a time well after it was sent', opening({ ts: NOON + 5 * MINUTE + 1 }), /^ts: expected at most 5 minutes after/],
    ['activity well after it was sent', progress({ activeAt: NOON + 6 * MINUTE }), /^activeAt: expected at most 5 min/],
    ['a channel that does not exist', { ...opening(), channel: 'fax' }, /^channel: /],
  ]
  test.each(bads)('says what is wrong with %s', async (_, bad, reason) => {
    const { status, body } = await (await collect()).events(bad)
    expect({ status, mark: body.mark }).toEqual({ status: 202, mark: null })
    expect(body.rejected).toEqual([{ id: (bad as { id: string }).id, reason: expect.stringMatching(reason) }])
  })

  test('names no id when there is none to read, and cuts a long one', async () => {
    const { body } = await (await collect()).events(null, 7, [], { id: 7 }, { id: 'x'.repeat(99) })
    expect(body.rejected.map(({ id }: { id: string }) => id)).toEqual([null, null, null, null, 'x'.repeat(64)])
  })

  test('accepts a time exactly at the limits', async () => {
    const old = opening({ ts: NOON - 7 * DAY })
    const early = opening({ ts: NOON + 5 * MINUTE })
    expect((await (await collect()).events(old, early)).body.rejected).toEqual([])
  })
})

describe('a body that is no batch', () => {
  const cases: readonly [string, unknown, number, RegExp][] = [
    ['broken JSON', '{"sentAt":', 400, /^expected JSON, got text that is none/],
    ['no text', '', 400, /^expected JSON/],
    ['an array', [], 400, /^expected \{ sentAt, events/],
    ['no sentAt', { events: [opening()] }, 400, /sentAt/],
    ['no events', { sentAt: NOON, events: [] }, 400, /events: expected at least one event/],
    ['201 events', { sentAt: NOON, events: Array(201).fill(0) }, 400, /events: expected at most 200 events/],
    ['more than 64 KiB', ' '.repeat(64 * 1024 + 1), 413, /^expected at most 65536 bytes/],
  ]
  test.each(cases)('is refused: %s', async (_, sent, status, error) => {
    const response = await (await collect()).post(sent)
    expect(response).toMatchObject({ status, body: { error: expect.stringMatching(error) } })
  })

  test('of exactly 64 KiB is read', async () => {
    const batch = JSON.stringify({ sentAt: NOON, events: [opening()] })
    expect((await (await collect()).post(batch.padEnd(64 * 1024))).status).toBe(202)
  })

  test('is refused as soon as it is too large, whatever its length is said to be', async () => {
    let sentBytes = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sentBytes += 16_384
        controller.enqueue(new Uint8Array(16_384).fill(32))
      },
    })
    const headers = { 'content-type': 'text/plain', 'content-length': '10' }
    const { status } = await (await collect()).post('', { body: endless, headers, duplex: 'half' } as RequestInit)
    expect(status).toBe(413)
    expect(sentBytes).toBeLessThan(256 * 1024)
  })

  test('is refused when it is not UTF-8', async () => {
    const body = new Uint8Array([0x22, 0xff, 0x22])
    const response = await (await collect()).post('', { body, headers: { 'content-type': 'text/plain' } })
    expect(response).toMatchObject({ status: 400, body: { error: expect.stringContaining('not UTF-8') } })
  })

  test('is refused when it breaks off', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('gone')) })
    const init = { body: broken, headers: { 'content-type': 'text/plain' }, duplex: 'half' } as RequestInit
    expect(await (await collect()).post('', init)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('cut off') },
    })
  })

  test.each(['text/html', 'multipart/form-data; boundary=x', ''])('is refused as %p', async (type) => {
    const headers = { 'content-type': type }
    const response = await (await collect()).post({ sentAt: NOON, events: [opening()] }, { headers })
    expect(response.status).toBe(415)
    expect(response.body.error).toMatch(/^content-type: expected text\/plain or application\/json, got /)
  })

  test.each(['text/plain;charset=UTF-8', 'application/json'])('is read as %p', async (type) => {
    const headers = { 'content-type': type }
    const response = await (await collect()).post({ sentAt: NOON, events: [opening()] }, { headers })
    expect(response.status).toBe(202)
  })
})
