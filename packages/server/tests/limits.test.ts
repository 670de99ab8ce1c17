import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { createAddressKey } from '../src/collector/addressKey.js'
import { ADDRESS_ALLOWANCE, TAB_ALLOWANCE } from '../src/collector/senderLimits.js'
import { createTokenBuckets } from '../src/collector/tokenBuckets.js'
import { collect } from './helpers/collect.js'
import { NOON, opening, progress, SITE } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const ledger = `reports/ledger?site=${SITE}&from=2026-03-10&to=2026-03-11`
const TEXT = { 'content-type': 'text/plain' }

/** A collector whose clock the test moves. */
async function limited(options: Parameters<typeof collect>[0] = {}) {
  let now = NOON
  const collector = await collect({ now: () => now, site: SITE, ...options })
  return { ...collector, pass: (ms: number) => (now += ms) }
}

describe('a tab that sends more than a reader can', () => {
  const batch = (tabId: string, from: number) =>
    Array.from({ length: 100 }, (_, i) => progress({ tabId, seq: from + i, page: '/' }))

  test('is told when to send again, loses nothing, and costs no other tab', async () => {
    const { events, pass, get } = await limited()
    const tabId = randomUUID()
    let seq = 1
    for (; seq <= TAB_ALLOWANCE.burst; seq += 100) expect((await events(...batch(tabId, seq))).status).toBe(202)
    const last = batch(tabId, seq)
    const refused = await events(...last)
    expect(refused).toMatchObject({ status: 429, body: { error: expect.stringMatching(/again in 10 seconds/) } })
    expect(refused.headers.get('retry-after')).toBe('10')
    expect(refused.headers.get('access-control-expose-headers')).toBe('retry-after')
    expect((await events(opening())).status).toBe(202)

    pass(9_999)
    expect((await events(...last)).status).toBe(429)
    pass(1)
    expect(await events(...last)).toMatchObject({ status: 202, body: { mark: TAB_ALLOWANCE.burst + 100 } })
    expect((await get(ledger)).body.totals).toMatchObject({
      received: TAB_ALLOWANCE.burst + 301,
      accepted: TAB_ALLOWANCE.burst + 101,
      over_limit: 200,
    })
  })

  test('is one for all that name no tab', async () => {
    const { events } = await limited()
    const nothing = Array(200).fill(null)
    for (let i = 0; i < TAB_ALLOWANCE.burst; i += 200) expect((await events(...nothing)).status).toBe(202)
    expect((await events(null)).status).toBe(429)
    expect((await events(null, opening())).status).toBe(202)
  })

  test('what was turned away is not forgotten when the disk refuses', async () => {
    const store = await tempStore()
    let isFull = false
    const append: typeof store.append = (lines) => (isFull ? Promise.reject(new Error('full')) : store.append(lines))
    const { events, get, post } = await limited({ store: { ...store, append } })
    await post('{')
    isFull = true
    expect((await events(opening())).status).toBe(500)
    isFull = false
    await events(opening())
    expect((await get(ledger)).body.totals).toMatchObject({ received: 1, refused: 1 })
  })
})

describe('an address', () => {
  const from = (address: string) => ({ headers: { ...TEXT, 'x-real-ip': address } })
  const clientAddress = (request: Request) => request.headers.get('x-real-ip')
  const batch = () => ({ sentAt: NOON, events: [opening({ tabId: randomUUID() })] })

  test('is limited when the site says how it is found, before anything is read', async () => {
    const { post, pass, get } = await limited({ clientAddress })
    for (let i = 0; i < ADDRESS_ALLOWANCE.burst; i++) await post('{', from('203.0.113.7'))
    const unread = new Request('http://localhost', { method: 'POST', body: JSON.stringify(batch()) })
    const refused = await post('', { ...from('203.0.113.7'), body: unread.body, duplex: 'half' } as RequestInit)
    expect(refused).toMatchObject({ status: 429, body: { error: expect.stringMatching(/from this address/) } })
    expect(refused.headers.get('retry-after')).toBe('1')
    expect((await post(batch(), from('203.0.113.8'))).status).toBe(202)
    pass(1_000)
    expect((await post(batch(), from('203.0.113.7'))).status).toBe(202)
    expect((await get(ledger)).body.totals).toMatchObject({ received: 2, refused: ADDRESS_ALLOWANCE.burst + 1 })
  })

  test('is not guessed from what a sender can make up', async () => {
    const { post } = await limited()
    const headers = { ...TEXT, 'x-forwarded-for': '203.0.113.7', 'x-real-ip': '203.0.113.7', forwarded: 'for=1' }
    for (let i = 0; i < ADDRESS_ALLOWANCE.burst + 1; i++) expect((await post('{', { headers })).status).toBe(400)
  })

  test('that the site fails to say is no reason to lose an event, and is named nowhere', async () => {
    const clientAddress = () => {
      throw new Error('203.0.113.7 is odd')
    }
    const { events, lines } = await limited({ clientAddress })
    expect((await events(opening())).status).toBe(202)
    expect(lines).toEqual([expect.stringMatching(/^\[helptally\] Expected clientAddress\(request\) .* threw Error\.$/)])
  })

  test('is never kept: what stands for it differs from process to process, and for a network of IPv6 is one', () => {
    const keyOf = (address: string, key = one) => key(new Request('http://localhost', { headers: { a: address } }))
    const createKey = () => createAddressKey((request) => request.headers.get('a'), fail)
    const fail = (line: string) => {
      throw new Error(line)
    }
    const one = createKey()
    expect(keyOf('203.0.113.7')).not.toContain('203')
    expect(keyOf('203.0.113.7')).toBe(keyOf(' 203.0.113.7 '))
    expect(keyOf('203.0.113.7')).not.toBe(keyOf('203.0.113.7', createKey()))
    expect(keyOf('')).toBeNull()
    expect(keyOf('2001:db8:1:2::1')).toBe(keyOf('2001:0DB8:1:2:ffff:1:2:3'))
    expect(keyOf('2001:db8:1:2::1')).not.toBe(keyOf('2001:db8:1:3::1'))
    expect(keyOf('2001:db8::1')).toBe(keyOf('2001:db8:0:0:9::'))
    expect(keyOf('fe80::1%eth0')).toBe(keyOf('fe80::2'))
  })
})

describe('a token bucket', () => {
  test('fills up to its burst, and a clock set back changes nothing', () => {
    let now = NOON
    const { spend } = createTokenBuckets({ burst: 10, perSecond: 2 }, () => now)
    expect([spend('a', 10), spend('a', 1)]).toEqual([0, 500])
    now += 60_000
    expect([spend('a', 8), spend('a', 4)]).toEqual([0, 1_000])
    now -= 3_600_000
    expect(spend('a', 4)).toBe(1_000)
    expect(spend('b', 99)).toBe(0)
  })
})

describe('a packed body', () => {
  const GZIP = { headers: { ...TEXT, 'content-encoding': 'gzip' } }
  const post = async (body: Uint8Array, headers: Record<string, string> = GZIP.headers) =>
    (await limited()).post('', { body, headers } as RequestInit)

  test('is read', async () => {
    const body = gzipSync(JSON.stringify({ sentAt: NOON, events: [opening()] }))
    expect(await post(body)).toMatchObject({ status: 202, body: { received: 1, rejected: [] } })
  })

  test('that would fill the memory is refused when it passes the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, ' '))
    expect(bomb.length).toBeLessThan(64 * 1024)
    expect(await post(bomb)).toMatchObject({
      status: 413,
      body: { error: expect.stringMatching(/^expected at most 65536/) },
    })
  })

  test.each([
    ['no gzip at all', Buffer.from('hello')],
    ['half of one', gzipSync('{"sentAt":1}').subarray(0, 15)],
  ])('that is %s is refused', async (_, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { error: expect.stringContaining('no gzip') } })
  })

  test('in another packing is refused, with those that are taken', async () => {
    const refused = await post(Buffer.from('x'), { ...TEXT, 'content-encoding': 'br' })
    expect(refused).toMatchObject({
      status: 415,
      body: { error: expect.stringMatching(/^content-encoding: expected identity or gzip, got br/) },
    })
    expect(refused.headers.get('accept-encoding')).toBe('identity, gzip')
  })
})
