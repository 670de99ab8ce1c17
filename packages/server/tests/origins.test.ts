import { describe, expect, test } from '@jest/globals'
import { createCollector } from '../src/collector/createCollector.js'
import { collect } from './helpers/collect.js'
import { NOON, opening, SITE } from './helpers/events.js'
import { tempStore } from './helpers/temp.js'

const HELP = 'https://help.example.com'
const batch = () => ({ sentAt: NOON, events: [opening()] })
const from = (origin: string, more: Record<string, string> = {}) => ({
  headers: { 'content-type': 'text/plain', origin, ...more },
})

describe('a page', () => {
  test('of any origin may send as long as the site names none', async () => {
    const { status, headers } = await (await collect()).post(batch(), from('https://elsewhere.example'))
    expect({ status, allowed: headers.get('access-control-allow-origin') }).toEqual({ status: 202, allowed: '*' })
  })

  test('of an origin that the site names may send, and read the answer', async () => {
    const { status, headers } = await (await collect({ origins: [HELP] })).post(batch(), from(HELP))
    expect(status).toBe(202)
    expect([headers.get('access-control-allow-origin'), headers.get('vary')]).toEqual([HELP, 'origin'])
  })

  test.each(['https://elsewhere.example', 'null', `${HELP}.evil.example`, 'http://help.example.com'])(
    'of another origin may not: %s',
    async (origin) => {
      const collector = await collect({ origins: [HELP], site: SITE })
      const refused = await collector.post(batch(), from(origin))
      expect(refused).toMatchObject({ status: 403, body: { error: expect.stringContaining(`got ${origin}`) } })
      expect(refused.headers.has('access-control-allow-origin')).toBe(false)
      const { totals } = (await collector.get(`reports/ledger?site=${SITE}&from=2026-03-10&to=2026-03-11`)).body
      expect(totals).toMatchObject({ received: 0, refused: 1 })
    },
  )

  test.each([
    ['by its host', 'http://localhost', {}],
    ['behind a proxy that hides the host, as the browser says', HELP, { 'sec-fetch-site': 'same-origin' }],
  ])('of our own origin always may, known %s', async (_, origin, more) => {
    expect((await (await collect({ origins: [] })).post(batch(), from(origin, more))).status).toBe(202)
  })

  test('may be no page at all', async () => {
    expect((await (await collect({ origins: [] })).post(batch())).status).toBe(202)
  })

  test('is not announced for another origin either', async () => {
    const collector = createCollector({ store: await tempStore(), origins: [HELP] })
    const announce = (origin: string) =>
      collector.handle(new Request('http://localhost', { method: 'OPTIONS', ...from(origin) }), ['events'])
    expect((await announce(HELP)).headers.get('access-control-allow-origin')).toBe(HELP)
    expect((await announce('https://x.example')).headers.has('access-control-allow-origin')).toBe(false)
  })
})

test.each([
  ['https://help.example.com/', /^\[helptally\] origins: .*: "https:\/\/help\.example\.com"\.$/],
  ['help.example.com', /^\[helptally\] origins: expected .* got "help\.example\.com"/],
  ['*', /got "\*"/],
])('the origin %s, which no browser sends, is refused at once', async (origin, reason) => {
  const store = await tempStore()
  expect(() => createCollector({ store, origins: [origin] })).toThrow(reason)
})

describe('every answer', () => {
  const asked: readonly [string, string][] = [
    ['GET', `reports/sessions?site=${SITE}`],
    ['GET', 'sessions/<script>'],
    ['GET', 'health'],
    ['POST', 'events'],
    ['GET', 'nowhere'],
  ]
  test.each(asked)('is only data to a browser: %s %s', async (method, path) => {
    const { headers } = await (await collect()).send(method, path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })
})

test('a request writes no line of its own into the log, and its secret not at all', async () => {
  const lines: string[] = []
  const authorize = () => Promise.reject(new Error('no session store'))
  const collector = createCollector({ store: await tempStore(), authorize, log: (line) => lines.push(line) })
  const headers = { authorization: 'Bearer open-sesame', cookie: 'session=open-sesame' }
  await collector.handle(new Request('http://localhost', { headers }), [
    'sessions',
    'x\n[helptally] all is well\u2028\r!',
  ])
  expect(lines).toEqual(['[helptally] GET sessions/x [helptally] all is well ! failed: no session store'])
})
