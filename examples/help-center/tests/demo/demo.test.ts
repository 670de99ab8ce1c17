import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { until } from '../browser/support/until'

const DEMO = join(import.meta.dirname, '../../demo/demo.mjs')

let folder: string
let demo: ChildProcess | undefined
let said: string
let busy: Server | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'))
})
afterEach(async () => {
  if (demo && demo.exitCode === null && demo.signalCode === null) {
    demo.kill('SIGTERM')
    await once(demo, 'exit')
  }
  busy?.close()
  rmSync(folder, { recursive: true, force: true })
})

function start(args: string[], env: Record<string, string>) {
  said = ''
  // A script of its own, not a task inside of the one that runs the tests.
  const { NODE_OPTIONS: _, ...inherited } = process.env
  demo = spawn(process.execPath, [DEMO, ...args], {
    env: { ...inherited, HELPTALLY_STORE: `duckdb:${folder}/store`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [demo.stdout!, demo.stderr!]) stream.on('data', (data) => (said += data))
  return demo
}

async function takenPort(): Promise<number> {
  busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  return (busy.address() as { port: number }).port
}

test('with --seed and a port that is taken it moves, says so, serves, and stops cleanly on Ctrl-C', async () => {
  const port = await takenPort()
  const running = start(['--seed'], { PORT: String(port) })
  await until(
    () => {
      if (running.exitCode !== null) throw new Error(`The demo ended:\n${said}`)
      return said
    },
    (words) => words.includes('/help-insights'),
    { deadlineMs: 110_000 },
  )
  const [, base] = /(http:\/\/localhost:\d+)\/en/.exec(said)!
  expect(base).not.toBe(`http://localhost:${port}`)
  expect(said).toContain(String(port))

  const report = await fetch(`${base}/api/help/reports/sessions`)
  expect(await report.json()).toMatchObject({ synthetic: true, site: 'docs' })
  expect((await fetch(`${base}/es`)).status).toBe(200)
  expect(await (await fetch(`${base}/help-insights?lang=en`)).text()).toMatch(/synthetic/i)

  const gone = once(running, 'exit')
  running.kill('SIGINT')
  expect(await gone).toEqual([0, null])
  await expect(fetch(`${base}/en`)).rejects.toThrow()
})

const mistakes: [string, (file: string) => Record<string, string>, RegExp][] = [
  ['a PORT that is no port', () => ({ PORT: 'eighty' }), /eighty/],
  ['a store that cannot be written', (file) => ({ HELPTALLY_STORE: `duckdb:${file}/store` }), /a-file/],
  ['a store of an unknown kind', () => ({ HELPTALLY_STORE: 'mysql://localhost' }), /mysql/],
]

test.each(mistakes)('%s is one sentence that says what to do', async (_, env, found) => {
  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  const running = start([], env(file))
  const [code] = await once(running, 'exit')
  expect(code).toBe(1)
  const lines = said.split('\n').filter((line) => line.includes('[helptally]'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(found)
  expect(said).not.toMatch(/^\s+at /m)
})
