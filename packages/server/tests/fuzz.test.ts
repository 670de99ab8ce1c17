import { gzipSync } from 'node:zlib'
import { OUTCOMES } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { REPORT_NAMES } from '../src/reports/readReport.js'
import { collect, type TestCollector } from './helpers/collect.js'
import { NOON, opening, SITE } from './helpers/events.js'
import { anyText, anything, hostile, MAKERS, NASTY, spoiled } from './helpers/hostile.js'

const period = `site=${SITE}&from=2026-03-01&to=2026-03-20`
const RUNS = { numRuns: 100 }
const LONG = 60_000

/** After whatever came, everything that can be read is read, and the ledger adds up. */
async function expectWell({ get, lines, events }: TestCollector): Promise<void> {
  const good = opening({ seq: 1 })
  expect((await events(good)).status).toBe(202)
  for (const name of REPORT_NAMES) {
    const of = name === 'article' ? '&article=install' : ''
    for (const interval of ['hour', 'month']) {
      expect({ name, status: (await get(`reports/${name}?${period}&interval=${interval}${of}`)).status }).toEqual({
        name,
        status: 200,
      })
    }
  }
  expect((await get(`sessions/${good.id}`)).status).toBe(200)
  expect((await get('health')).body).toMatchObject({ ready: true, reason: null })
  const { totals } = (await get(`reports/ledger?${period}`)).body
  expect(OUTCOMES.reduce((sum, outcome) => sum + totals[outcome], 0)).toBe(totals.received)
  expect(lines).toEqual([])
}

/** A second passes with each look at the clock, so that no limit is reached. */
function collectFast(): Promise<TestCollector> {
  let now = NOON
  return collect({ site: SITE, now: () => (now += 10_000) })
}

/** As many at once as a body may hold. */
function inBatches(events: readonly string[]): string[][] {
  const batches: string[][] = [[]]
  for (const event of events) {
    const batch = batches.at(-1)!
    if (batch.length < 100 && Buffer.byteLength([...batch, event].join()) < 60_000) batch.push(event)
    else batches.push([event])
  }
  return batches
}

describe('whatever is posted', () => {
  const posted = async (collector: TestCollector, body: string | Uint8Array, headers: Record<string, string> = {}) => {
    const init = { body, headers: { 'content-type': 'text/plain', ...headers } } as RequestInit
    const { status } = await collector.post('', init)
    expect({ status, is: status === 202 || (status >= 400 && status < 500) }).toEqual({ status, is: true })
    return status
  }

  test(
    'bytes, packed and unpacked, are refused without a fault',
    async () => {
      const collector = await collect({ site: SITE })
      const bytes = fc.oneof(
        fc.uint8Array({ maxLength: 2_000 }),
        fc.string({ unit: 'binary' }).map((s) => Buffer.from(s)),
      )
      await fc.assert(
        fc.asyncProperty(bytes, fc.constantFrom('', 'gzip', 'zip'), fc.boolean(), async (body, encoding, packed) => {
          const sent = packed ? gzipSync(body) : body
          const status = await posted(collector, new Uint8Array(sent), encoding ? { 'content-encoding': encoding } : {})
          expect(status).not.toBe(202)
        }),
        RUNS,
      )
      await expectWell(collector)
    },
    LONG,
  )

  test(
    'JSON of any shape is refused, or its events are rejected one by one',
    async () => {
      const collector = await collect({ site: SITE })
      const shape = fc.oneof(
        fc.jsonValue({ maxDepth: 6 }),
        fc.record({ sentAt: fc.oneof(fc.constant(NOON), anything), events: fc.oneof(fc.array(anything), anything) }),
        fc.record({
          sentAt: fc.constant(NOON),
          events: fc.array(anything, { minLength: 1, maxLength: 5 }),
          tabId: fc.option(fc.oneof(anything, fc.constant(opening().tabId)), { nil: undefined }),
          dropped: fc.option(anything, { nil: undefined }),
          test: fc.option(anything, { nil: undefined }),
          webdriver: fc.option(anything, { nil: undefined }),
        }),
      )
      await fc.assert(
        fc.asyncProperty(shape, async (value) => {
          await posted(collector, JSON.stringify(value) ?? '')
        }),
        RUNS,
      )
      await expectWell(collector)
    },
    LONG,
  )

  test(
    'every nasty value in every field of every event breaks no report',
    async () => {
      const collector = await collectFast()
      const oneSpoiled = MAKERS.flatMap((make) =>
        Object.keys(make()).flatMap((key) => NASTY.map((value) => ({ ...make(), [key]: value }))),
      )
      const allSpoiled = NASTY.map((value) => ({ ...opening(), name: value, id: value, site: value, tabId: value }))
      const events = [...oneSpoiled, ...allSpoiled].map((event) => JSON.stringify(event))
      let received = 0
      for (const some of inBatches(events)) {
        const answer = await collector.post(`{"sentAt":${NOON},"events":[${some.join(',')}]}`)
        expect(answer.status).toBe(202)
        received += answer.body.received
      }
      expect(received).toBe(events.length)
      await expectWell(collector)
    },
    LONG,
  )

  test(
    'events with spoiled fields cost no other event of their batch, and break no report',
    async () => {
      const collector = await collect({ site: SITE })
      await fc.assert(
        fc.asyncProperty(fc.array(fc.oneof(spoiled, hostile), { minLength: 1, maxLength: 6 }), async (events) => {
          const good = opening({ seq: 7 })
          const body = `{"sentAt":${NOON},"events":[${[...events, JSON.stringify(good)].join(',')}]}`
          if (Buffer.byteLength(body) > 64 * 1024) return
          const answer = await collector.post(body)
          expect(answer.status).toBe(202)
          expect(answer.body.received).toBe(events.length + 1)
          expect(answer.body.rejected.map(({ id }: { id: string }) => id)).not.toContain(good.id)
        }),
        RUNS,
      )
      await expectWell(collector)
      const { totals } = (await collector.get(`reports/ledger?${period}`)).body
      expect(Math.min(totals.accepted, totals.invalid)).toBeGreaterThan(RUNS.numRuns)
      expect(Object.prototype).not.toHaveProperty('polluted')
      expect({}).not.toHaveProperty('visitorId')
    },
    LONG,
  )

  test.each([
    ['arrays', '['.repeat(32_000), ']'.repeat(32_000)],
    ['objects', '{"a":'.repeat(10_000), `1${'}'.repeat(10_000)}`],
    ['a batch of arrays', `{"sentAt":${NOON},"events":[${'['.repeat(30_000)}`, `${']'.repeat(30_000)}]}`],
    [
      'an event of objects',
      `{"sentAt":${NOON},"events":[{"name":"help.article.open","article":${'{"id":'.repeat(9_000)}`,
      `1${'}'.repeat(9_000)}}]}`,
    ],
    ['a number of thousands of digits', `{"sentAt":${'9'.repeat(60_000)},"events":[1`, ']}'],
    [
      'thousands of keys',
      `{"sentAt":${NOON},"events":[{"name":"help.article.open"`,
      `${Array.from({ length: 5_000 }, (_, i) => `,"k${i}":1`).join('')}}]}`,
    ],
  ])('%s, nested or long without end, harm nobody', async (_, before, after) => {
    const collector = await collect({ site: SITE })
    await posted(collector, before + after)
    await expectWell(collector)
  })
})

describe('whatever is asked', () => {
  test(
    'reports and ids of any text answer, or say what was expected',
    async () => {
      const collector = await collect({ site: SITE })
      await collector.events(opening(), { ...opening(), id: "'; drop table ledger_events; --" })
      const param = fc.constantFrom(
        'site',
        'from',
        'to',
        'tz',
        'interval',
        'limit',
        'article',
        'query',
        'device',
        'explain',
        'k',
      )
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...REPORT_NAMES), fc.array(fc.tuple(param, anyText)), async (name, params) => {
          const search = new URLSearchParams(params).toString()
          const { status } = await collector.get(`reports/${name}?${search}`)
          expect([200, 400]).toContain(status)
        }),
        { numRuns: 60 },
      )
      for (const path of ['ledger', 'sessions', 'visitors']) {
        await fc.assert(
          fc.asyncProperty(anyText, async (id) => {
            const method = path === 'visitors' ? 'DELETE' : 'GET'
            const request = new Request('http://localhost', { method })
            expect([200, 400, 404]).toContain((await collector.handle(request, [path, id])).status)
          }),
          { numRuns: 40 },
        )
      }
      await expectWell(collector)
    },
    LONG,
  )
})
