import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { sharedStore } from '@helptally/server'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { createHelpApi } from '../src/pages/index.js'

const require = createRequire(import.meta.url)
/** What Next itself runs an API route by, and what it compresses answers by. */
const { apiResolver } = require('next/dist/server/api-utils/node/api-resolver')
const compress = require('next/dist/compiled/compression')()

const AS_DOCUMENTED = { api: { bodyParser: false, responseLimit: false } }

let folder: string
let store: string
let server: Server
let base: string
/** What Next waits for. */
let answers: Promise<void>[]
/** What Next would log. */
let faults: string[]

async function serve(config: object = AS_DOCUMENTED, parameter = 'path'): Promise<void> {
  const route = { default: createHelpApi({ store, countBots: true }), config }
  const answer = (req: IncomingMessage, res: ServerResponse) => {
    const { pathname, searchParams } = new URL(req.url!, 'http://localhost')
    const query = { ...Object.fromEntries(searchParams), [parameter]: pathname.slice('/api/help/'.length).split('/') }
    const onError = (error: Error) => void faults.push(error.message)
    answers.push(apiResolver(req, res, query, route, {}, false, false, '/api/help/[...path]', onError))
  }
  server = createServer((req, res) => compress(req, res, () => answer(req, res))).listen(0)
  await once(server, 'listening')
  base = `http://localhost:${(server.address() as AddressInfo).port}/api/help`
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'api-'))
  store = `duckdb:${folder}/store`
  answers = []
  faults = []
  // Next says a fault there, too.
  jest.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(async () => {
  jest.restoreAllMocks()
  server.closeAllConnections()
  server.close()
  await sharedStore(store).close()
  rmSync(folder, { recursive: true, force: true })
})

function openBatch(): string {
  const id = randomUUID()
  const who = { tabId: randomUUID(), seq: 1, sessionId: id, visitorId: randomUUID() }
  const when = { ts: Date.now(), activeAt: null, page: '/articles/idle', article: { id: 'idle' } }
  const why = { entry: 'direct_link', via: 'external', nav: 'load', previousId: null }
  const event = { id, name: 'help.article.open', v: 1, site: 'docs', channel: 'help', ...who, ...when, ...why }
  return JSON.stringify({ sentAt: Date.now(), events: [event] })
}

const send = (body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${base}/events`, { method: 'POST', body, headers: { 'content-type': 'text/plain', ...headers } })

test('what is posted, plain or gzip, is in the report that is asked for next', async () => {
  await serve()
  expect((await send(openBatch())).status).toBe(202)
  expect((await send(gzipSync(openBatch()), { 'content-encoding': 'gzip' })).status).toBe(202)
  const report = await fetch(`${base}/reports/sessions?site=docs`)
  expect(report.headers.get('cache-control')).toBe('no-store')
  expect(await report.json()).toMatchObject({ totals: { sessions: 2, direct_link: 2 } })
})

test('a body over the limit is refused with an answer that arrives, before it is read', async () => {
  await serve()
  const answer = await send('x'.repeat(3_000_000))
  expect([answer.status, await answer.json()]).toEqual([413, { error: expect.any(String) }])
})

test('a page of another origin may send, and its browser is told so', async () => {
  await serve()
  const asked = await fetch(`${base}/events`, { method: 'OPTIONS', headers: { origin: 'https://www.example.com' } })
  expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
  expect(await asked.text()).toBe('')
})

test('HEAD says how long the answer is, and gives none', async () => {
  await serve()
  const [whole, head] = [await fetch(`${base}/health`), await fetch(`${base}/health`, { method: 'HEAD' })]
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect(Number(head.headers.get('content-length'))).toBe((await whole.text()).length)
})

test('Live is told as it happens, through compression, until the listener has gone', async () => {
  await serve()
  const leaving = new AbortController()
  const headers = { 'accept-encoding': 'gzip' }
  const live = await fetch(`${base}/live?site=docs`, { headers, signal: leaving.signal })
  expect(live.headers.get('content-type')).toBe('text/event-stream')
  expect(live.headers.get('content-encoding')).toBe('gzip')
  const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const hear = async (text: string) => {
    while (!heard.includes(text)) heard += (await reader.read()).value
  }
  await hear('data: {')
  heard = ''
  await send(openBatch())
  await hear('"idle"')
  leaving.abort()
  await Promise.all(answers)
  expect(faults).toEqual([])
})

test('a path that nothing is at, and a query that repeats itself', async () => {
  await serve()
  expect((await fetch(`${base}/nothing/here?path=health`)).status).toBe(404)
  expect((await fetch(`${base}/health?path=a&path=b`)).status).toBe(200)
})

test('a file that leaves the body parser on is told what to say', async () => {
  await serve({})
  expect((await send(openBatch())).status).toBe(500)
  expect((await fetch(`${base}/health`)).status).toBe(500)
  expect(faults).toEqual([expect.stringMatching(/bodyParser: false/), expect.stringMatching(/^\[helptally\]/)])
})

test('a file that is no catch-all is told what to be', async () => {
  await serve(AS_DOCUMENTED, 'rest')
  expect((await fetch(`${base}/health`)).status).toBe(500)
  expect(faults).toEqual([expect.stringMatching(/^\[helptally\] .*\[\.\.\.path\]/)])
})
