import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { collect } from './helpers/collect.js'
import { contact, MINUTE, NOON, opening, SITE, search } from './helpers/events.js'

const LATER = NOON + 60 * MINUTE

const start = opening({ seq: 2, entry: 'search_enter', via: 'search_result' })
const inside = (seq: number) => ({ seq, sessionId: start.id, ts: NOON + seq * 1_000 }) as const
const session: readonly HelpEvent[] = [
  search({ seq: 1 }),
  start,
  search(inside(3)),
  opening({ ...inside(4), article: { id: 'tabs' }, via: 'suggestion' }),
  contact(inside(5)),
]

async function read(params = '') {
  const collector = await collect({ now: () => LATER })
  await collector.post({ sentAt: LATER, events: session })
  const { body } = await collector.get(`reports/flow?site=${SITE}&from=2026-03-10${params}`)
  return body
}

test('a session flows from its entry through what was done in it', async () => {
  const { rows, totals } = await read()
  const edges = rows.map(({ from, to, via, times, share }: (typeof rows)[number]) => [from, to, via, times, share])
  expect(edges.toSorted()).toEqual([
    ['article:install', 'search', '', 1, { rate: 1, n: 1 }],
    ['article:tabs', 'contact', '', 1, { rate: 1, n: 1 }],
    ['entry:search_enter', 'article:install', 'search_result', 1, { rate: 1, n: 1 }],
    ['search', 'article:tabs', 'suggestion', 1, { rate: 1, n: 1 }],
  ])
  expect(totals).toEqual({ sessions: 1, articles: 2 })
})

test('articles beyond the most opened are one node', async () => {
  const nodes = (await read('&limit=1')).rows.flatMap(({ from, to }: { from: string; to: string }) => [from, to])
  expect(new Set(nodes)).toEqual(new Set(['entry:search_enter', 'article:install', 'search', 'other', 'contact']))
})

test('each step names its sessions', async () => {
  const { rows } = await read('&explain=rows')
  expect(rows.map(({ sessions }: { sessions: string[] }) => sessions)).toEqual(Array(4).fill([start.id]))
})
