import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  compareTrace,
  countedAt,
  publishedTraces,
  runTrace,
  sessionsOf,
  type Trace,
  toFact,
} from '@helptally/core/conformance'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createCollector } from '../src/collector/createCollector.js'
import { createPseudonyms } from '../src/conversations/pseudonyms.js'
import { type Server, startServer } from '../src/serve/startServer.js'
import { createDuckdbStore } from '../src/store/duckdb/duckdbStore.js'
import type { Store } from '../src/store/store.js'

const traces = publishedTraces()
const siteOf = ({ name }: Trace): string => name.replace('/', '-')

const KEY = 'a-server-key'
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'

// All traces in one store, each for a site of its own.
let folder: string
let store: Store
let server: Server
let now = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'helptally-'))
  store = createDuckdbStore(folder)
  const collector = createCollector({ store, serverKey: KEY, now: () => now })
  server = await startServer(collector, { host: '127.0.0.1', port: 0, base: '/api/help' })
  for (const trace of traces) await post(trace)
})

afterAll(async () => {
  await server.stop()
  await store.close()
  await rm(folder, { recursive: true })
})

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function call(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<any> {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/help/${path}`, {
    headers: { 'user-agent': BROWSER, 'content-type': 'text/plain', ...headers },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  })
  expect(response.ok).toBe(true)
  return response.json()
}

/** Posts a trace as its pages and its platforms do, when the last of it has happened. */
async function post(trace: Trace): Promise<void> {
  const site = siteOf(trace)
  const { tabs, talks } = runTrace(trace)
  now = trace.startsAt + (trace.events.at(-1)?.at ?? 0)
  const events = tabs.map(({ event }) => ({ ...event, site }))
  if (events.length > 0) expect(await call('events', { sentAt: now, events })).toMatchObject({ rejected: [] })
  const facts = talks.map(({ event }) => toFact(event))
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${KEY}` }
  if (facts.length > 0) expect(await call('conversations', { site, facts }, headers)).toMatchObject({ rejected: [] })
}

const idsSql = `
select s.id::varchar as id from sessions s where s.site = $site
union all
select c.id::varchar from conversation_sessions c where c.site = $site`

/** The sessions that the store counts, each as the collector explains it. */
async function readBack(trace: Trace) {
  const site = siteOf(trace)
  const run = runTrace(trace)
  const ids = await store.query<{ id: string }>(idsSql, { site })
  const explained = await Promise.all(ids.map(({ id }) => call(`sessions/${id}`)))
  const pseudonyms = createPseudonyms(KEY)
  const threads = new Map([
    ...run.tabs.map(({ event, of }) => [event.tabId, of.in] as const),
    ...run.talks.map(({ event: { channel, conversationId }, of }) => {
      return [pseudonyms.conversation(site, channel, conversationId), of.in] as const
    }),
  ])
  return sessionsOf(explained, trace, (id) => threads.get(id)!)
}

test.each(traces)('the collector counts what $name expects, over HTTP', async (trace) => {
  now = countedAt(trace)
  const { sessions, explained } = await readBack(trace)
  const period = `site=${siteOf(trace)}&from=2026-01-01&to=2027-01-01&interval=month`
  const { totals } = await call(`reports/sessions?${period}`)
  expect(compareTrace(trace.expected!, { sessions, orphanSearches: totals.orphan_searches })).toEqual([])
  // Pages claimed nothing else, and the reports count as many.
  expect(explained.flatMap((session) => ('disagreements' in session ? session.disagreements : []))).toEqual([])
  const channels = await call(`reports/channels?${period}`)
  expect(channels.totals.sessions).toBe(trace.expected!.sessions.length)
})
