import { expect } from '@jest/globals'
import type { GapChangeBody } from '../../src/gapWork/gapWork.js'
import type { GapRow } from '../../src/reports/shapes.js'
import { collect } from './collect.js'
import { ENGINES } from './engines.js'
import { MINUTE, NOON, SITE, search } from './events.js'

export const DAY: number = 24 * 60 * MINUTE
export const LATER: number = NOON + DAY / 2

/** One search in vain in each of three tabs. */
export const inVain = (query: string, { ts = NOON, tabs = 3, results = 0 } = {}) =>
  Array.from({ length: tabs }, (_, n) =>
    search({
      query,
      results,
      ts: ts + n * MINUTE,
      tabId: `0198c000-0000-7000-8000-0000000${n}f000`,
      visitorId: `0198c000-0000-7000-8000-0000000${n}f001`,
      seq: nextSeq(),
    }),
  )
let lastSeq = 0
export function nextSeq(): number {
  lastSeq += 1
  return lastSeq
}

export async function editing({
  engine = ENGINES[0]!,
  at = LATER,
  events = ['refund', 'money back', 'bill'].flatMap((query) => inVain(query)),
} = {}) {
  let now = at
  const store = await engine.open()
  const collector = await collect({
    store,
    site: SITE,
    now: () => now,
    authorize: () => ({ role: 'editor', name: 'Ana' }),
  })
  await collector.post({ sentAt: at, events })
  const change = (body: GapChangeBody | object) =>
    collector.send('POST', 'gaps', { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const done = async (body: GapChangeBody) => {
    const answer = await change(body)
    expect([answer.status, answer.body]).toEqual([200, { nr: expect.anything() }])
    return answer.body.nr as number
  }
  const read = async (params = '') =>
    (await collector.get(`reports/gaps?from=2026-03-10&to=2026-03-11${params}`)).body as {
      rows: GapRow[]
      quiet: GapRow[]
      totals: Record<string, unknown>
    }
  return {
    ...{ store, collector, change, done, read },
    history: async () => (await collector.get('gaps/changes')).body.rows,
    move: (to: number) => {
      now = to
    },
    gaps: async (params = '') =>
      (await read(params)).rows.map(({ query, tabs, queries }) => [query, tabs, queries]).sort(),
  }
}
