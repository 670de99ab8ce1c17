import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { addressOf } from '../src/serve/addressOf.js'
import { pathBelow, readBase } from '../src/serve/pathBelow.js'
import { type ServerOptions, startServer } from '../src/serve/startServer.js'
import { opening, SITE } from './helpers/events.js'
import { rawHttp } from './helpers/rawHttp.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { serveProcess } from './helpers/serveProcess.js'
import { afterTest, tempFolder, tempStore } from './helpers/temp.js'

const HELP = 'https://help.example.com'
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const TOKEN = { HELPTALLY_TOKEN: 'secret' }
const withToken = { headers: { authorization: 'Bearer secret' } }

const batchOf = (...events: readonly unknown[]): string => JSON.stringify({ sentAt: Date.now(), events })
const now = () => opening({ ts: Date.now() })

function post(at: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${at}/events`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain', 'user-agent': FIREFOX, origin: HELP, ...headers },
    body,
  })
}

/** The head of a request, whose body is so many bytes. */
const head = (bytes: number): string =>
  [
    'POST /api/help/events HTTP/1.1',
    'host: h',
    'content-type: text/plain',
    `user-agent: ${FIREFOX}`,
    `content-length: ${bytes}`,
    '',
    '',
  ].join('\r\n')

/** Resolves when nobody listens any more. */
async function refused(port: number): Promise<void> {
  const code = await rawHttp(port).then(
    // The system may still have taken it in.
    ({ over }) => over,
    (error: NodeJS.ErrnoException) => error.code,
  )
  if (code !== 'ECONNREFUSED') await refused(port)
}

describe('helptally serve', () => {
  test('counts what pages of another origin post, and tells it to those with the token', async () => {
    const { at, lines } = await serveProcess(await tempFolder(), ['--site', SITE, '--origin', HELP], TOKEN)
    const posted = await post(at, batchOf(now()))
    expect([posted.status, posted.headers.get('access-control-allow-origin')]).toEqual([202, HELP])
    expect(await posted.json()).toMatchObject({ received: 1, rejected: [], mark: 1 })
    expect((await post(at, batchOf(now()), { origin: 'https://elsewhere.example' })).status).toBe(403)

    const refused = await fetch(`${at}/reports/sessions`)
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    const told = await fetch(`${at}/reports/sessions`, withToken)
    expect([told.status, await told.json()]).toMatchObject([200, { totals: { sessions: 1 } }])
    expect(lines[1]).toContain(`startHelp({ site: '${SITE}', articles: '/articles/:slug', base: '${at}' })`)
  })

  test('lets nobody read without a token, wherever it runs', async () => {
    const { at, lines } = await serveProcess(await tempFolder(), [], { NODE_ENV: 'development' })
    expect((await fetch(`${at}/reports/sessions?site=docs`)).status).toBe(401)
    expect((await fetch(`${at}/visitors/0198c000-0000-7000-8000-00000000000a`, { method: 'DELETE' })).status).toBe(401)
    expect(await (await fetch(`${at}/health`)).json()).toEqual({ ready: true })
    expect(lines.join()).toContain('Reports are closed')
  })

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'told to end by %s answers what has begun, and loses nothing',
    async (signal) => {
      const folder = await tempFolder()
      const { port, end, child } = await serveProcess(folder)
      const body = batchOf(now(), now())
      const begun = await rawHttp(port)
      begun.send(head(body.length) + body.slice(0, 100))
      const idle = await rawHttp(port)
      idle.send('GET /api/help/health HTTP/1.1', 'host: h', '', '')
      await idle.until(/"ready":true/)
      const ended = end(signal)
      await idle.over
      await refused(port)
      expect(child.exitCode).toBeNull()
      begun.send(body.slice(100))
      const answer = await begun.until(/"mark"/)
      expect(answer).toMatch(/^HTTP\/1.1 202 [\s\S]*connection: close\r\n/i)
      expect(await ended).toEqual({ code: 0, signal: null })
      const store = await tempStore({ folder })
      expect(await store.query('select count(*) as n from events')).toEqual([{ n: 2 }])
    },
  )

  test('ends the streams of who listens', async () => {
    const { at, end, lines } = await serveProcess(await tempFolder(), ['--site', SITE], TOKEN)
    const live = await fetch(`${at}/live`, withToken)
    expect(live.headers.get('content-type')).toBe('text/event-stream')
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    while (!heard.includes('data: {')) heard += (await reader.read()).value
    const begun = Date.now()
    const ended = end('SIGTERM')
    while (!(await reader.read()).done);
    expect(await ended).toEqual({ code: 0, signal: null })
    expect(Date.now() - begun).toBeLessThan(4_000)
    expect(lines.at(-1)).toBe('[helptally] Ending: what has begun is answered first.')
  })

  test('says so when its port is taken, and when its store cannot be written', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    afterTest(async () => void other.close())
    const { port } = other.address() as AddressInfo
    const store = ['--store', `duckdb:${await tempFolder()}`]
    expect(await runInTerminal(['serve', '--port', String(port), ...store])).toMatchObject({
      code: 1,
      error: `[helptally] Expected a free port, and port ${port} of 127.0.0.1 is taken by another process: take another --port.`,
    })
    expect(await runInTerminal(['serve', '--port', '0', '--host', '192.0.2.1', ...store])).toMatchObject({
      code: 1,
      error: '[helptally] Expected --host, an address of this machine such as 127.0.0.1 or 0.0.0.0, got "192.0.2.1".',
    })
    expect(await runInTerminal(['serve', '--port', '0', '--store', 'duckdb:/dev/null/store'])).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringContaining('name another folder'),
    })
  })

  test.each([
    [['--port', '65536'], /--port: expected 0 to 65535, got "65536"/],
    [['--port', 'http'], /--port: expected 0 to 65535/],
    [['--base', 'api'], /--base: expected a path such as \/api\/help, got "api"/],
    [['--base', '/a?b'], /--base: expected a path/],
    [['--origin', 'https://help.example.com/'], /--origin: expected origins such as/],
    [['--tz', 'Mars'], /--tz: expected an IANA time zone/],
  ])('is not understood, and says what was expected: %j', async (args, reason) => {
    expect(await runInTerminal(['serve', ...args])).toMatchObject({ code: 2, error: expect.stringMatching(reason) })
  })
})

describe('a body that is too large', () => {
  test('is refused before it is sent whole', async () => {
    const { port } = await serveProcess(await tempFolder())
    const all = 256 * 1_048_576
    const { socket, send, over, text, isOver } = await rawHttp(port)
    send(head(all))
    const chunk = Buffer.alloc(65_536, 'x')
    let sent = 0
    while (sent < all && !isOver()) {
      sent += chunk.length
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain').catch(() => undefined), over])
    }
    await over
    expect(text()).toMatch(/^HTTP\/1.1 413 [\s\S]*connection: close\r\n[\s\S]*expected at most 65536 bytes/i)
    // What the two ends of a connection hold in between, and a megabyte that is thrown away.
    expect(sent).toBeLessThan(32 * 1_048_576)
  })

  test('costs nobody the answer', async () => {
    const { at } = await serveProcess(await tempFolder())
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(at, 'x'.repeat(900_000))))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(413))
    const exact = batchOf(now())
    expect((await post(at, exact + ' '.repeat(65_536 - exact.length))).status).toBe(202)
    expect((await post(at, exact + ' '.repeat(65_537 - exact.length))).status).toBe(413)
  })
})

/** A server with a collector that does as it is told. */
async function serving(
  handle: (request: Request, path: readonly string[]) => Promise<Response> | Response,
  options: Partial<ServerOptions> = {},
) {
  const server = await startServer(
    { handle: async (request, path) => handle(request, path) },
    { host: '127.0.0.1', port: 0, base: '/api/help', ...options },
  )
  let isStopped = false
  const stop = async () => {
    if (!isStopped) await server.stop()
    isStopped = true
  }
  afterTest(stop)
  return { at: `http://127.0.0.1:${server.port}/api/help`, port: server.port, stop }
}

describe('over HTTP', () => {
  test('a request arrives as it was sent', async () => {
    const { port } = await serving(async (request, path) => {
      const { url, method, headers } = request
      return Response.json([url, method, path, headers.get('x-two'), headers.get('host'), await request.text()])
    })
    const { send, until } = await rawHttp(port)
    send(
      'PUT /api/help//a%2Fb/c?d=%20 HTTP/1.1',
      'Host: help.example.com',
      'X-Two: 1',
      'x-two: 2',
      'transfer-encoding: chunked',
      '',
      '',
    )
    send('5', 'hello', '2', ' \u00f1'.slice(0, 2).replace('\u00f1', '!'), '0', '', '')
    const answer = await until(/\]/)
    expect(JSON.parse(answer.slice(answer.indexOf('[')))).toEqual([
      'http://help.example.com/api/help//a%2Fb/c?d=%20',
      'PUT',
      ['', 'a/b', 'c'],
      '1, 2',
      'help.example.com',
      'hello !',
    ])
  })

  test.each([
    ['//elsewhere/api/help/x', /404 /],
    ['http://elsewhere/api/help/x?y', /"http:\/\/h\/api\/help\/x\?y"/],
    ['/api/help/%', /404 /],
    ['/api/help', /404 [\s\S]*below \/api\/help\//],
    ['/api/help/../secret', /404 /],
    ['/', /404 /],
  ])('an address is read as it is meant: %s', async (address, expected) => {
    const { port } = await serving(({ url }) => Response.json(url))
    const { send, until } = await rawHttp(port)
    send(`GET ${address} HTTP/1.1`, 'host: h', '', '')
    expect(await until(/\r\n\r\n[\s\S]+$/)).toMatch(expected)
  })

  test('a method that is none of the web is refused', async () => {
    const { port } = await serving(() => new Response())
    const { send, until } = await rawHttp(port)
    send('TRACE /api/help/x HTTP/1.1', 'host: h', '', '')
    expect(await until(/\r\n\r\n[\s\S]+$/)).toMatch(/^HTTP\/1.1 400 /)
  })

  test('a HEAD is answered like a GET, without the body', async () => {
    const { at } = await serving(() => Response.json({ a: 1 }))
    const response = await fetch(`${at}/x`, { method: 'HEAD' })
    expect([response.headers.get('content-length'), await response.text()]).toEqual(['7', ''])
  })

  test('headers that stand twice, and an answer without a body, come through', async () => {
    const { at } = await serving(() => {
      const headers = new Headers({ location: '/x' })
      headers.append('set-cookie', 'a=1')
      headers.append('set-cookie', 'b=2')
      return new Response(null, { status: 204, headers })
    })
    const { status, headers } = await fetch(`${at}/x`)
    expect([status, headers.getSetCookie(), headers.get('location')]).toEqual([204, ['a=1', 'b=2'], '/x'])
    expect(headers.has('content-length')).toBe(false)
  })

  test('a connection is used again, also when a small body was not read', async () => {
    const { port } = await serving(({ method }) => new Response(method))
    const { send, until } = await rawHttp(port)
    send('POST /api/help/x HTTP/1.1', 'host: h', 'content-length: 2', '', 'ab')
    await until(/POST$/)
    send('GET /api/help/x HTTP/1.1', 'host: h', '', '')
    expect(await until(/GET$/)).not.toMatch(/connection: close/i)
  })

  test('whoever goes away is not worked for', async () => {
    const { promise: left, resolve } = Promise.withResolvers<string>()
    const { at } = await serving(({ signal }) => {
      signal.addEventListener('abort', () => resolve('left'))
      return new Response(new ReadableStream({ start: (stream) => stream.enqueue(Buffer.from('data: 1\n\n')) }), {
        headers: { 'content-type': 'text/event-stream' },
      })
    })
    const leave = new AbortController()
    const { body } = await fetch(`${at}/x`, { signal: leave.signal })
    await body!.getReader().read()
    leave.abort()
    expect(await left).toBe('left')
  })

  test('a body that breaks off is none', async () => {
    const { promise: read, resolve } = Promise.withResolvers<string>()
    const { port } = await serving(async (request) => {
      resolve(
        await request.text().then(
          () => 'read',
          () => 'cut off',
        ),
      )
      return new Response()
    })
    const { send, socket } = await rawHttp(port)
    send('POST /api/help/x HTTP/1.1', 'host: h', 'content-length: 10', '', 'abc')
    await delay(20)
    socket.destroy()
    expect(await read).toBe('cut off')
  })

  test('a stream is not read faster than its listener reads', async () => {
    let given = 0
    const { at } = await serving(() => {
      const body = new ReadableStream(
        {
          pull(stream) {
            given += 65_536
            stream.enqueue(Buffer.alloc(65_536, 'x'))
          },
        },
        { highWaterMark: 0 },
      )
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } })
    })
    const { port } = new URL(at)
    const { socket, send } = await rawHttp(Number(port))
    socket.pause()
    send('GET /api/help/x HTTP/1.1', 'host: h', '', '')
    let before = -1
    while (before !== given) {
      before = given
      await delay(200)
    }
    expect(given).toBeGreaterThan(0)
    expect(given).toBeLessThan(64 * 1_048_576)
  })

  test('a stop waits no longer than it may', async () => {
    const { port, stop } = await serving(() => new Promise<Response>(() => undefined), { graceMs: 50 })
    const { send, over } = await rawHttp(port)
    send('GET /api/help/x HTTP/1.1', 'host: h', '', '')
    await delay(20)
    await stop()
    await over
  })
})

test.each([
  ['/api/help', '/api/help'],
  ['/api/help/', '/api/help'],
  ['/', ''],
  ['', null],
  ['api', null],
  ['/a/../b', null],
  ['//host/a', null],
])('a base path is read: %j', (text, base) => {
  expect(readBase(text)).toBe(base)
})

test('a path is taken apart below the base only', () => {
  expect(pathBelow('/api/help', '/api/help/reports/sessions')).toEqual(['reports', 'sessions'])
  expect(pathBelow('', '/events')).toEqual(['events'])
  expect(pathBelow('/api/help', '/api/help/events/')).toEqual(['events'])
  expect(pathBelow('/api/help', '/api/helpful/x')).toBeNull()
})

describe("a client's address", () => {
  const incoming = (headers: Record<string, string | string[]>) =>
    ({ headers, socket: { remoteAddress: '::ffff:203.0.113.9' } }) as never

  test.each([
    [undefined, { 'x-real-ip': '198.51.100.7' }, null],
    ['X-Real-IP', { 'x-real-ip': '198.51.100.7' }, '198.51.100.7'],
    ['x-real-ip', {}, null],
    ['x-forwarded-for', { 'x-forwarded-for': '192.0.2.1, 198.51.100.7' }, '198.51.100.7'],
    ['socket', { 'x-real-ip': '198.51.100.7' }, '203.0.113.9'],
  ])('by %s', (from, headers, address) => {
    expect(addressOf(incoming(headers), from)).toBe(address)
  })
})
