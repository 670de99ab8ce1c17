import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createCollector } from '../src/collector/createCollector.js'
import { lookAtDisk } from '../src/doctor/lookAtDisk.js'
import { lookAtNode } from '../src/doctor/lookAtNode.js'
import { lookAtUrl } from '../src/doctor/lookAtUrl.js'
import { startServer } from '../src/serve/startServer.js'
import { SITE } from './helpers/events.js'
import { nextSite } from './helpers/nextSite.js'
import { runInTerminal } from './helpers/runInTerminal.js'
import { storeProcess } from './helpers/storeProcess.js'
import { afterTest, setEnv, tempFolder, tempStore } from './helpers/temp.js'

test.each([
  ['22.13.0', true],
  ['24.1.0', true],
  ['22.12.9', false],
  ['20.19.0', false],
])('Node %s', (version, ok) => {
  expect(lookAtNode(version)).toMatchObject({
    ok,
    found: `${version}.`,
    mend: ok ? '' : expect.stringContaining('newer'),
  })
})

test.each([
  [256_000_000, true, '256 MB are free.'],
  [255_999_999, false, '255 MB are free.'],
])('a disk with %i bytes free', (free, ok, found) => {
  expect(lookAtDisk(free)).toMatchObject({ ok, found })
})

describe('an app with @helptally/next', () => {
  const look = async (
    next: string,
    files: Readonly<Record<string, string>> = {},
    dependencies: object = { '@helptally/next': '*' },
  ) => {
    const site = await nextSite({
      'package.json': JSON.stringify({ dependencies: { next, ...dependencies } }),
      'app/page.tsx': '',
      'node_modules/not-looked-into.js': COMPONENT,
      ...files,
    })
    const { out } = await runInTerminal(['doctor', '--dir', site.folder, '--store', `duckdb:${site.folder}/none`])
    return out.split('\n').filter((line) => /^\w+ +(?:Next|Engine):/.test(line))
  }
  const COMPONENT = "export { Helptally } from '@helptally/next/component'"

  test('on a Next that boots the engine', async () => {
    expect(await look('16.4.5')).toEqual(['ok    Next: 16.4.5.'])
  })

  test('on one whose pages boot it, wherever they have it from', async () => {
    expect(await look('15.5.29', { 'src/parts/counting.tsx': COMPONENT })).toEqual([
      'ok    Next: 15.5.29.',
      'ok    Engine: src/parts/counting.tsx boots it.',
    ])
  })

  test('on one where nothing boots it', async () => {
    expect(await look('14.2.35')).toEqual([
      'ok    Next: 14.2.35.',
      expect.stringMatching(/^WRONG Engine: no page boots it\. Expected <Helptally \/> .* "npx helptally init"/),
    ])
  })

  test('on a Next that is too old', async () => {
    expect(await look('13.5.11')).toEqual([expect.stringMatching(/^WRONG Next: 13\.5\.11\. Expected 14\.2 or later\./)])
  })

  test('is not what another app is, nor one that is deployed without its sources', async () => {
    expect(await look('14.2.35', {}, {})).toEqual([])
    const site = await nextSite({ 'package.json': '{ "dependencies": { "next": "14.2.35", "@helptally/next": "*" } }' })
    const { out } = await runInTerminal(['doctor', '--dir', site.folder, '--store', `duckdb:${site.folder}/none`])
    expect(out).not.toMatch(/Next:|Engine:/)
  })
})

describe('helptally doctor', () => {
  test('finds nothing wrong with a site that runs, and says whose the store is', async () => {
    const folder = await tempFolder()
    const site = storeProcess(folder)
    await site.health()
    const { code, out } = await runInTerminal(['doctor', '--store', `duckdb:${folder}`])
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      `ok    Node: ${process.versions.node}.`,
      `ok    Folder: ${folder}.`,
      `ok    Store: takes events and answers reports; process ${site.pid} answers for it.`,
      'ok    Log: every line can be read.',
      expect.stringMatching(/^ok {4}Disk: \d+ MB are free\.$/),
    ])
  })

  test('finds that there is no store, and makes none', async () => {
    const folder = await tempFolder()
    const { code, out } = await runInTerminal(['doctor', '--store', `duckdb:${join(folder, 'none')}`])
    expect([code, out]).toEqual([
      1,
      expect.stringContaining(
        `WRONG Folder: nothing is at ${join(folder, 'none')}. Expected the folder of a store. Name it by`,
      ),
    ])
    expect(await readdir(folder)).toEqual([])
  })

  test('finds lines that nobody can read, and a store that does not work', async () => {
    const folder = await tempFolder()
    await mkdir(join(folder, 'log'))
    await writeFile(join(folder, 'log', 'x-1-000001.jsonl.damaged'), '?')
    const damaged = await runInTerminal(['doctor', '--json', '--store', `duckdb:${folder}`])
    expect([damaged.code, JSON.parse(damaged.out)]).toEqual([
      1,
      expect.arrayContaining([
        expect.objectContaining({ part: 'Log', ok: false, found: expect.stringContaining('x-1-000001.jsonl.damaged') }),
        expect.objectContaining({ part: 'Store', ok: true, mend: '' }),
      ]),
    ])
    await writeFile(join(folder, 'helptally.duckdb'), 'no database')
    const { code, out } = await runInTerminal(['doctor', '--store', `duckdb:${folder}`])
    expect([code, out]).toEqual([1, expect.stringMatching(/^WRONG Store: \[helptally\] The (store|database)/m)])
  })

  test('needs an address that is one', async () => {
    expect(await runInTerminal(['doctor', '--url', 'help.example.com'])).toMatchObject({
      code: 2,
      error: expect.stringContaining('--url: expected'),
    })
  })

  test('looks at the collector that pages send to', async () => {
    const folder = await tempFolder()
    const store = await tempStore()
    setEnv('HELPTALLY_TOKEN', 'secret')
    const server = await startServer(createCollector({ store, site: SITE, token: 'secret' }), {
      host: '127.0.0.1',
      port: 0,
      base: '/api/help',
    })
    afterTest(() => server.stop())
    const url = `http://127.0.0.1:${server.port}/api/help`
    const look = (...args: readonly string[]) =>
      runInTerminal(['doctor', '--store', `duckdb:${folder}`, '--url', ...args])
    const { code, out } = await look(`${url}/`, '--site', SITE)
    expect([code, out.split('\n').slice(-3)]).toEqual([
      0,
      [
        `ok    Address: ${url} is ready.`,
        expect.stringMatching(/^ok {4}Clock: [01] s between/),
        'ok    Site: it is of docs.',
      ],
    ])
    expect(await look(url, '--site', 'other')).toMatchObject({
      code: 1,
      out: expect.stringContaining('WRONG Site: it is of docs. Expected a collector of other.'),
    })
    setEnv('HELPTALLY_TOKEN', 'guessed')
    expect(await look(url, '--site', SITE)).toMatchObject({
      code: 1,
      out: expect.stringContaining('WRONG Site: the token is refused (401).'),
    })
  })
})

describe('an address', () => {
  async function answering(status: number, body: string, date: string) {
    const server = createServer((_, outgoing) => {
      outgoing.writeHead(status, { date }).end(body)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    afterTest(async () => void server.close())
    return `http://127.0.0.1:${(server.address() as { port: number }).port}`
  }
  const NOON = Date.UTC(2026, 2, 10, 12)
  const look = (url: string) => lookAtUrl({ url, token: undefined, site: undefined, now: () => NOON })
  const at = (ms: number) => new Date(NOON + ms).toUTCString()

  test('where nobody listens, or no collector is', async () => {
    const url = await answering(200, '<html>', at(0))
    expect(await look(url)).toMatchObject([
      { ok: false, found: `${url}/health answers 200, and not as a collector does.` },
    ])
    expect(await look('http://127.0.0.1:1')).toMatchObject([
      { ok: false, found: expect.stringMatching(/does not answer \(.+\)/) },
    ])
  })

  test('of a collector that is not ready says why', async () => {
    const url = await answering(503, '{"ready":false,"reason":"The disk is full."}', at(0))
    expect(await look(url)).toMatchObject([
      { ok: false, found: `${url} is not ready: The disk is full.` },
      { ok: true },
    ])
  })

  test.each([
    [60_000, true, '60 s'],
    [61_000, false, '61 s'],
    [-61_000, false, '61 s'],
  ])('whose clock is off by %i ms', async (ms, ok, found) => {
    const [, clock] = await look(await answering(200, '{"ready":true}', at(ms)))
    expect(clock).toMatchObject({ part: 'Clock', ok, found: expect.stringContaining(found) })
  })
})
