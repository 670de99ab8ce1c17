import type { HelpEvent } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import type { GapRow } from '../src/reports/shapes.js'
import { collect } from './helpers/collect.js'
import { contact, leave, MINUTE, NOON, opening, SITE, search } from './helpers/events.js'

const LATER = NOON + 30 * 60 * MINUTE
const HOUR = 60 * MINUTE
const MIDNIGHT = Date.UTC(2026, 2, 11)

/** The nth reader's search in the nth tab, in vain. */
const asked = (n: number, change: Parameters<typeof search>[0] = {}) =>
  search({
    tabId: `0198c000-0000-7000-8000-00000000${n}000`,
    visitorId: `0198c000-0000-7000-8000-00000000${n}001`,
    queryId: `0198c000-0000-7000-8000-00000000${n}002`,
    query: 'refund',
    results: 0,
    ...change,
  })

async function read(events: readonly HelpEvent[], params = '') {
  const collector = await collect({ now: () => LATER })
  await collector.post({ sentAt: LATER, events })
  const { status, body } = await collector.get(`reports/gaps?site=${SITE}&from=2026-03-10&to=2026-03-12${params}`)
  expect(status).toBe(200)
  return body
}

async function gapOf(...events: readonly HelpEvent[]): Promise<GapRow> {
  const { rows } = await read(events)
  expect(rows).toHaveLength(1)
  return rows[0]
}

describe('a gap', () => {
  test('is what failed in three tabs; what failed in fewer is withheld', async () => {
    const { rows, totals } = await read([asked(1), asked(2), asked(2, { query: 'bill', queryId: asked(9).queryId })])
    expect(rows).toEqual([])
    expect(totals).toMatchObject({ gaps: 0, withheld: { queries: 2, searches: 3 } })
    expect(await gapOf(asked(1), asked(2), asked(3))).toMatchObject({
      query: 'refund',
      score: 3,
      zero_result: 3,
      tabs: 3,
      failed: { rate: 1, n: 3 },
    })
  })

  test('counts a visitor once a day, by what weighs most', async () => {
    const again = asked(1, { queryId: asked(9).queryId, seq: 2, ts: NOON + HOUR, results: 4 })
    const tomorrow = asked(1, { queryId: asked(8).queryId, seq: 3, ts: NOON + 24 * HOUR, results: 4 })
    const gap = await gapOf(asked(1), again, tomorrow, asked(2), asked(3))
    expect(gap).toMatchObject({ zero_result: 3, no_click: 1, failed: { rate: 1, n: 5 } })
    expect(gap.score).toBeCloseTo(3.6)
  })

  test('has its days in the time zone of the report', async () => {
    const late = asked(1, { queryId: asked(9).queryId, seq: 2, ts: Date.UTC(2026, 2, 10, 23, 30) })
    const events = [asked(1), late, asked(2), asked(3)]
    expect((await read(events)).rows[0].zero_result).toBe(3)
    expect((await read(events, '&tz=Europe/Madrid')).rows[0].zero_result).toBe(4)
  })

  test.each([
    ['found nothing under filters', { filters: ['section:start'] }],
    ['met an engine that failed', { results: null }],
  ])('is no search that %s', async (_, change) => {
    const { rows, totals } = await read([1, 2, 3].map((n) => asked(n, change)))
    expect([rows, totals.gaps]).toEqual([[], 0])
  })

  test.each([
    [24 * HOUR, 1],
    [24 * HOUR + 1, 0],
  ])('has a contact up to a day after, in whatever tab: %i ms', async (ms, contacts) => {
    const help = contact({ visitorId: asked(1).visitorId, tabId: asked(9).tabId, seq: 1, ts: NOON + ms })
    const gap = await gapOf(...[1, 2, 3].map((n) => asked(n, { results: 2 })), help)
    expect(gap).toMatchObject({ contact_after: contacts, no_click: 3 - contacts })
  })

  test('counts what lies in a session on the day of its start', async () => {
    const open = opening({ tabId: asked(1).tabId, visitorId: asked(1).visitorId, seq: 1, ts: MIDNIGHT - 2 })
    const inside = { sessionId: open.id, results: 3 }
    const before = asked(1, { ...inside, seq: 2, ts: MIDNIGHT - 1 })
    const after = asked(1, { ...inside, seq: 3, ts: MIDNIGHT, queryId: asked(9).queryId })
    expect(await gapOf(open, before, after, asked(2), asked(3))).toMatchObject({ no_click: 1, zero_result: 2 })
  })

  test.each([
    ['refined away, when an option was opened in another tab', true, 0, { refined_away: 1 }],
    ['left at once, when the first opened option was', false, 0, { quick_exit: 1 }],
    ['nothing, when the first opened option was not', false, 60_000, { quick_exit: 0, refined_away: 0 }],
  ])('is %s', async (_, refines, engagedMs, wanted) => {
    const { visitorId, queryId } = asked(1)
    const clicked = (n: number) =>
      opening({ visitorId, queryId, tabId: asked(n).tabId, seq: 1, ts: NOON + n * 1_000, via: 'search_result' })
    const [first, second] = [clicked(7), clicked(8)]
    const told = (open: typeof first, ms: number) =>
      leave({
        visitorId,
        tabId: open.tabId,
        sessionId: open.id,
        seq: 2,
        openId: open.id,
        engagedMs: ms,
        ts: NOON + 90_000,
      })
    const events = [
      asked(1, { results: 3 }),
      first,
      second,
      told(first, refines ? 60_000 : engagedMs),
      told(second, 30_000),
    ]
    const next = asked(1, { seq: 2, ts: NOON + MINUTE, query: 'money', queryId: asked(9).queryId })
    const gap = await gapOf(...events, ...(refines ? [next] : []), asked(2), asked(3), asked(4))
    expect(gap).toMatchObject({ zero_result: 3, no_click: 0, ...wanted })
  })

  test('names the sessions behind each of its terms', async () => {
    const sessions = [1, 2, 3].map((n) => opening({ tabId: asked(n).tabId, visitorId: asked(n).visitorId }))
    const inside = [1, 2, 3].map((n) => asked(n, { seq: 2, sessionId: sessions[n - 1]!.id, results: n === 1 ? 0 : 3 }))
    const behind = async (term: string) =>
      (await read([...sessions, ...inside], `&explain=${term}`)).rows[0].sessions.toSorted()
    const ids = sessions.map(({ id }) => id)
    expect(await behind('rows')).toEqual(ids.toSorted())
    expect(await behind('zero_result')).toEqual([ids[0]])
    expect(await behind('no_click')).toEqual(ids.slice(1).toSorted())
  })
})
