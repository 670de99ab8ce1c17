import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { accessLogs, requireAccessLogs } from './helpers/accessLogs.js'
import { nearly } from './helpers/checkReport.js'
import { type Answer, collect } from './helpers/collect.js'
import { opening, SITE, search } from './helpers/events.js'
import { searchesBy } from './oracle/searches.js'

requireAccessLogs()

/** Who asked for which page when, and from where. */
const LINE =
  /^(\S+) \S+ \S+ \[(\d+)\/May\/(\d+):(\d+):(\d+):(\d+) \+0000\] "GET (\S+) [^"]*" \d+ \S+ "([^"]*)" "([^"]*)/
const K_TABS = 3

const idOf = (...parts: readonly unknown[]) =>
  createHash('sha256')
    .update(parts.join(' '))
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, '$1-$2-7$3-8$4-$5')

/** What people had typed into a search engine when they came to a page of the log, as it stands in their referrers. */
async function searchesInTheLog(): Promise<
  { readonly query: string; readonly reader: string; readonly ts: number; readonly page: string }[]
> {
  const log = gunzipSync(await readFile(accessLogs.semicomplete[0]!)).toString()
  return log.split('\n').flatMap((line) => {
    const [, address, day, year, hour, minute, second, page, referrer, agent] = LINE.exec(line) ?? []
    const query = URL.canParse(referrer ?? '') && new URL(referrer!).searchParams.get('q')?.trim()
    if (!query) return []
    const ts = Date.UTC(Number(year), 4, Number(day), Number(hour), Number(minute), Number(second))
    return [{ query, reader: `${address} ${agent}`, ts, page: page! }]
  })
}

test('searches that people really made are counted as they made them', async () => {
  const made = await searchesInTheLog()
  const seqs = new Map<string, number>()
  const events = made
    .toSorted((a, b) => a.ts - b.ts)
    .flatMap(({ query, reader, ts, page }, nth): HelpEvent[] => {
      const seq = (seqs.get(reader) ?? 0) + 1
      seqs.set(reader, seq + 1)
      const queryId = idOf('query', nth)
      const of = { tabId: idOf('tab', reader), visitorId: idOf('visitor', reader), queryId } as const
      const article = { id: page }
      return [
        search({ ...of, id: idOf('search', nth), seq, ts, query, trigger: 'enter', results: 1 }),
        opening({
          ...of,
          id: idOf('open', nth),
          seq: seq + 1,
          ts: ts + 1,
          article,
          entry: 'search_enter',
          via: 'search_result',
          position: 1,
        }),
      ]
    })
  const from = Date.UTC(2015, 4, 17)
  const now = Date.UTC(2015, 4, 21)
  const collector = await collect({ now: () => now })
  const [first, second] = [events.slice(0, 100), events.slice(100)]
  for (const batch of [second, first, second])
    expect((await collector.post({ sentAt: now, events: batch })).body).toMatchObject({ rejected: [] })
  const read = async (name: string): Promise<Answer['body']> =>
    (await collector.get(`reports/${name}?site=${SITE}&from=2015-05-17&to=2015-05-21&k=${K_TABS}&limit=200`)).body

  const { rows, totals } = await read('searches')
  const wanted = searchesBy(events, { from, to: now }, { k: K_TABS, now })
  const counted = Object.entries(Object.groupBy(made, ({ query }) => wordsOf(query)))
    .map(([query, all]) => ({ query, searches: all!.length, tabs: new Set(all!.map(({ reader }) => reader)).size }))
    .sort((a, b) => b.searches - a.searches || (a.query < b.query ? -1 : 1))
  const shown = counted.filter(({ tabs }) => tabs >= K_TABS)
  expect(shown).toHaveLength(5)
  expect(rows).toMatchObject(shown)
  expect(rows.toSorted(byQuery)).toEqual(wanted.rows.toSorted(byQuery).map(nearly))
  expect(totals).toEqual(nearly(wanted.totals))
  expect(totals).toMatchObject({ searches: made.length, withheld: { queries: counted.length - shown.length } })
  expect((await read('sessions')).totals).toMatchObject({ sessions: made.length, search_enter: made.length })
})

/** Told apart without case and punctuation. */
const wordsOf = (query: string) =>
  query
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)!
    .join(' ')

const byQuery = (a: { query: string }, b: { query: string }) => (a.query < b.query ? -1 : 1)
