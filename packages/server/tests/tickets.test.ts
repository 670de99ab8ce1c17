import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import type { Ticket } from '../src/tickets/ticket.js'
import { collect, type TestCollector } from './helpers/collect.js'
import { ENGINES, type TestEngine } from './helpers/engines.js'
import { contacted, MINUTE, NOON, opening, rowsOf, SITE } from './helpers/events.js'
import { storeProcess } from './helpers/storeProcess.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const VISITOR = '0198c000-0000-7000-8000-00000000000a'
const AT = '2026-03-10T11:00:00Z'
const DAY_MS = 24 * 60 * MINUTE

const ticket = (change = {}) => ({ ticket: 'T-1', at: AT, visitor: VISITOR, ...change })

async function feed(engine: TestEngine) {
  const store = await engine.open()
  const collector = await collect({ store, site: SITE })
  const post = (body: unknown, type = 'application/json', at: TestCollector = collector) =>
    at.send('POST', 'tickets', {
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body),
      headers: { 'content-type': type },
    })
  const kept = () =>
    store.query<Record<string, unknown>>(
      'select t.ticket, t."at", t.visitor_id, t.ref, t.channel from tickets t order by t.ticket',
    )
  return { store, collector, post, kept }
}

describe.each(ENGINES)('tickets ($name)', (engine) => {
  test('are kept from JSON, once each, the last word on a ticket counting', async () => {
    const { post, kept } = await feed(engine)
    const { status, body } = await post([
      ticket(),
      ticket({ at: NOON - MINUTE, channel: 'mail' }),
      { ticket: 7, at: NOON, ref: 'form-7', name: 'not kept' },
    ])
    expect({ status, body }).toEqual({ status: 200, body: { received: 3, refused: [] } })
    await post([ticket({ at: NOON - MINUTE, channel: 'chat' })])
    expect(await kept()).toEqual([
      { ticket: '7', at: NOON, visitor_id: null, ref: 'form-7', channel: '' },
      { ticket: 'T-1', at: NOON - MINUTE, visitor_id: VISITOR, ref: '', channel: 'chat' },
    ])
  })

  test('are kept from CSV, whatever other columns it has', async () => {
    const { post, kept } = await feed(engine)
    const csv = `\uFEFFSubject,Ticket,at,ref\r\n"Hello, ""you""",T-1,${AT},r-1\r\n\r\nshort\r\nx, T-2 ,${NOON},r-2,more\r\n`
    const { body } = await post(csv, 'text/csv; charset=utf-8')
    expect(body).toEqual({
      received: 3,
      refused: [{ row: 2, ticket: null, reason: 'ticket: expected what the ticket is known by, got nothing' }],
    })
    expect((await kept()).map(({ ticket, at }) => [ticket, at])).toEqual([
      ['T-1', Date.parse(AT)],
      ['T-2', NOON],
    ])
  })

  test('that are wrong are refused one by one, with the reason', async () => {
    const { post, kept } = await feed(engine)
    const wrong = [
      null,
      ticket({ ticket: ' ' }),
      ticket({ ticket: 'x'.repeat(65) }),
      ticket({ at: '2026-03-10' }),
      ticket({ at: '2026-02-30T10:00:00Z' }),
      ticket({ at: '2026-03-10T11:00:00' }),
      ticket({ at: NOON + 5 * MINUTE + 1 }),
      ticket({ at: undefined }),
      ticket({ visitor: undefined }),
      ticket({ visitor: 'somebody@example.com' }),
      ticket({ ref: 'x'.repeat(65) }),
      ticket({ channel: 'x'.repeat(65) }),
      ticket({ ticket: 'good', at: NOON + 5 * MINUTE, visitor: VISITOR.toUpperCase() }),
    ]
    const { body } = await post(wrong)
    expect(body.received).toBe(13)
    expect(body.refused.map(({ row, reason }: { row: number; reason: string }) => [row, reason])).toEqual([
      [1, 'expected an object with ticket and at'],
      [2, 'ticket: expected what the ticket is known by, got nothing'],
      [3, 'ticket: expected at most 64 characters, got 65'],
      ...[4, 5, 6].map((row) => [row, 'at: expected an instant such as 2026-11-01T09:30:00Z, or epoch milliseconds']),
      [7, 'at: expected a moment that has come, got one in the future'],
      [8, 'at: expected an instant such as 2026-11-01T09:30:00Z, or epoch milliseconds'],
      [9, 'visitor: expected the id of a visitor, or a ref, got neither'],
      [10, 'visitor: expected a UUID'],
      [11, 'ref: expected at most 64 characters, got 65'],
      [12, 'channel: expected at most 64 characters, got 65'],
    ])
    expect((await kept()).map((row) => row.ticket)).toEqual(['good'])
  })

  test.each([
    ['text/plain', '[]', 415, 'content-type: expected application/json or text/csv, got text/plain'],
    ['application/json', '{}', 400, 'expected a JSON array of tickets'],
    ['application/json', '[', 400, /^expected JSON, got text that is none/],
    ['text/csv', 'ticket,at\n"T', 400, /^expected CSV with a line of headings/],
    ['application/json', `[${'0,'.repeat(5_000)}0]`, 400, /^expected at most 5000 tickets/],
    ['text/csv', `ticket,at\n${'a,b\n'.repeat(5_001)}`, 400, /^expected at most 5000 tickets/],
    ['text/csv', `ticket,at\n${'x'.repeat(1_048_576)}`, 413, 'expected at most 1048576 bytes: send smaller batches'],
  ])('as %s that cannot be read are refused as a whole', async (type, text, expected, reason) => {
    const { post, kept } = await feed(engine)
    const { status, body } = await post(text, type)
    expect([status, body.error]).toEqual([expected, expect.stringMatching(reason)])
    expect(await kept()).toEqual([])
  })

  test('are taken from those who may read, for a site, packed or not', async () => {
    const { store, kept } = await feed(engine)
    const collector = await collect({ store, token: 'secret' })
    const send = (path: string, authorization: string) =>
      collector.send('POST', path, {
        body: gzipSync(JSON.stringify([ticket()])),
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', authorization },
      })
    expect((await send('tickets?site=docs', 'Bearer wrong')).status).toBe(401)
    expect((await send('tickets', 'Bearer secret')).status).toBe(400)
    expect(await kept()).toEqual([])
    expect((await send('tickets?site=docs', 'Bearer secret')).status).toBe(200)
    expect(await kept()).toHaveLength(1)
  })

  test('of an erased visitor go, named by the visitor or by what the page told, and are not let in for a week', async () => {
    const { store, post, kept } = await feed(engine)
    await store.append(rowsOf(opening(), contacted({ seq: 2, ticket: 'ref-1' })))
    const other = randomUUID()
    await post([
      ticket(),
      ticket({ ticket: 'T-2', visitor: '', ref: 'ref-1' }),
      ticket({ ticket: 'T-3', visitor: other }),
    ])
    await store.eraseVisitor(VISITOR)
    expect((await kept()).map((row) => row.ticket)).toEqual(['T-3'])
    const { body } = await post([ticket(), ticket({ ticket: 'T-4', visitor: other })])
    expect(body.refused).toEqual([
      { row: 1, ticket: 'T-1', reason: 'visitor: was erased, and is let in again after seven days' },
    ])
    expect((await kept()).map((row) => row.ticket)).toEqual(['T-3', 'T-4'])
    const later = await collect({ store, site: SITE, now: () => Date.now() + 7 * DAY_MS + MINUTE })
    expect((await post([ticket()], 'application/json', later)).body.refused).toEqual([])
  })

  test('are forgotten with what is as old', async () => {
    const { store, post, kept } = await feed(engine)
    await post([ticket(), ticket({ ticket: 'T-2', at: NOON })])
    await store.forgetBefore(NOON)
    expect((await kept()).map((row) => row.ticket)).toEqual(['T-2'])
  })
})

test('tickets outlive the process that kept them, and are kept for one that does not own the store', async () => {
  const folder = await tempFolder()
  const [owner, guest] = [storeProcess(folder), storeProcess(folder)]
  await owner.query('select 1')
  const kept: Ticket = { ticket: 'T-1', at: NOON, visitor: '', ref: 'r', channel: '' }
  expect(await guest.keepTickets({ site: SITE, receivedAt: NOON, tickets: [kept] })).toEqual([])
  await owner.kill()
  await guest.kill()
  const store = await tempStore({ folder })
  expect(await store.query('select t.ticket from tickets t')).toEqual([{ ticket: 'T-1' }])
})
