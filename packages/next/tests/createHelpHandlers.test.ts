import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sharedStore } from '@helptally/server'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createHelpHandlers, telegram } from '../src/server/index.js'

let folder: string
let store: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handlers-'))
  store = `duckdb:${folder}/store`
})
afterEach(async () => {
  await sharedStore(store).close()
  rmSync(folder, { recursive: true, force: true })
})

const at = (path: string) => ({ params: Promise.resolve({ path: path.split('/') }) })
const ask = (path: string, init?: RequestInit) => new Request(`http://localhost/api/help/${path}`, init)

function openBatch() {
  const id = randomUUID()
  const event = {
    id,
    name: 'help.article.open',
    v: 1,
    site: 'docs',
    channel: 'help',
    tabId: randomUUID(),
    seq: 1,
    sessionId: id,
    visitorId: randomUUID(),
    ts: Date.now(),
    activeAt: null,
    page: '/articles/idle',
    article: { id: 'idle' },
    entry: 'direct_link',
    via: 'external',
    nav: 'load',
    previousId: null,
  }
  return JSON.stringify({ sentAt: Date.now(), events: [event] })
}

test('an event that is posted is in the report that is asked for next', async () => {
  const { GET, POST } = createHelpHandlers({ store })
  const posted = await POST(ask('events', { method: 'POST', body: openBatch() }), at('events'))
  expect(posted.status).toBe(202)
  const report = await GET(ask('reports/sessions?site=docs'), at('reports/sessions'))
  expect(await report.json()).toMatchObject({ totals: { sessions: 1, direct_link: 1 } })
})

test('a chat platform that is switched on is counted', async () => {
  const platforms = [telegram({ secretToken: 'secret' })]
  const { GET, POST } = createHelpHandlers({ store, platforms, pseudonymSecret: 'pseudonyms' })
  const from = { id: 1, is_bot: false, first_name: 'Anne' }
  const message = {
    message_id: 1,
    from,
    chat: { id: 1, type: 'private' },
    date: Math.floor(Date.now() / 1_000),
    text: 'Hi',
  }
  const post = (secret: string) =>
    POST(
      ask('conversations/telegram?site=docs', {
        method: 'POST',
        body: JSON.stringify({ update_id: 1, message }),
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
      }),
      at('conversations/telegram'),
    )
  expect([(await post('wrong')).status, (await post('secret')).status]).toEqual([401, 200])
  const report = await GET(ask('reports/channels?site=docs'), at('reports/channels'))
  const { rows } = (await report.json()) as { rows: object[] }
  expect(rows).toContainEqual(expect.objectContaining({ channel: 'telegram', sessions: 1, interactions: 1 }))
})

test('an address that the site finds is limited', async () => {
  const { POST } = createHelpHandlers({ store, clientAddress: () => '203.0.113.7' })
  const post = async () => (await POST(ask('events', { method: 'POST', body: '{' }), at('events'))).status
  let status = 400
  for (let i = 0; status === 400 && i < 20_000; i++) status = await post()
  expect(status).toBe(429)
})

test('a driven browser counts where the environment says so', async () => {
  const sessions = async () => {
    const { GET, POST } = createHelpHandlers({ store })
    const body = openBatch().replace('{', '{"webdriver":true,')
    expect((await POST(ask('events', { method: 'POST', body }), at('events'))).status).toBe(202)
    const report = await GET(ask('reports/sessions?site=docs'), at('reports/sessions'))
    return ((await report.json()) as { totals: { sessions: number } }).totals.sessions
  }
  expect(await sessions()).toBe(0)
  process.env.HELPTALLY_COUNT_BOTS = '1'
  try {
    expect(await sessions()).toBe(1)
  } finally {
    delete process.env.HELPTALLY_COUNT_BOTS
  }
})

test('nothing is opened on the disk before the first request', () => {
  createHelpHandlers({ store })
  expect(existsSync(join(folder, 'store'))).toBe(false)
})

test('two handlers on one store, as after a hot reload, share it', async () => {
  const before = createHelpHandlers({ store })
  await before.POST(ask('events', { method: 'POST', body: openBatch() }), at('events'))
  const after = createHelpHandlers({ store })
  const report = await after.GET(ask('reports/sessions?site=docs'), at('reports/sessions'))
  expect(await report.json()).toMatchObject({ totals: { sessions: 1 } })
})

test('reading asks authorize, writing does not', async () => {
  const { GET, POST } = createHelpHandlers({ store, authorize: ({ headers }) => headers.get('x-who') === 'owner' })
  expect((await POST(ask('events', { method: 'POST', body: openBatch() }), at('events'))).status).toBe(202)
  expect((await GET(ask('reports/sessions?site=docs'), at('reports/sessions'))).status).toBe(401)
  const owner = ask('reports/sessions?site=docs', { headers: { 'x-who': 'owner' } })
  expect((await GET(owner, at('reports/sessions'))).status).toBe(200)
})

test('a route file that is no catch-all is told what to be', async () => {
  const { GET } = createHelpHandlers({ store })
  await expect(GET(ask('health'), { params: Promise.resolve({ path: 'health' }) })).rejects.toThrow(
    /\[helptally\] .*\[\.\.\.path\]/,
  )
})
