import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ConversationFact, SessionExplained } from '@helptally/core'
import { createCollector, openStore, type Store, seedStore } from '@helptally/server'
import type { LiveReport, ReportName, Reports, SessionsReport, VitalsReport } from '@helptally/server/reports'
import { nextOf } from './nextOf.js'
import { recountOf } from './recountOf.js'
import { until } from './until.js'

/** On a busy machine it takes its time. */
const START_WITHIN_MS = 90_000
const EXPECTED_EQUAL = 'Expected a recount that equals what the pages claimed, session by session'
export const EXAMPLE = join(import.meta.dirname, '../../..')

/** The example as a visitor meets it: a real `next` process over a store folder of its own. */
export interface HelpCenter {
  readonly url: string
  /** Of its store. */
  readonly folder: string
  sessions(): Promise<SessionsReport['totals']>
  live(): Promise<LiveReport>
  vitals(): Promise<VitalsReport>
  report<Name extends ReportName>(name: Name, params?: Record<string, string>): Promise<Reports[Name]>
  explain(id: string): Promise<SessionExplained>
  get(path: string): Promise<Response>
  post(body: string, headers?: Record<string, string>): Promise<Response>
  /** As power loss would, as far as processes go. */
  kill(): Promise<void>
  /** As a process manager stops it. */
  stop(): Promise<void>
  /** On the same store and port. */
  start(): Promise<void>
  /** Stops the process and removes the store. Rejects when a recount of all that it keeps differs from what pages claimed. */
  close(): Promise<void>
}

export interface HelpCenterOptions {
  readonly mode?: 'start' | 'dev'
  /** The app's folder. Default: the example itself, which has to be built. */
  readonly folder?: string
  /** What Node runs in it, for this port. Default: the app's own Next. */
  readonly command?: (port: number) => readonly string[]
  /** The path of the collector, with `basePath`. Default `/api/help`. */
  readonly base?: string
  /** What opens its reports. Default: nothing, so that they are open or closed as the app says. */
  readonly token?: string
  /** Days of synthetic sessions that are there already. */
  readonly seedDays?: number
  /** Another site of the same store, with as many days. */
  readonly otherSite?: string
  /** What a bot platform has told of conversations already. */
  readonly conversations?: readonly ConversationFact[]
}

export async function openHelpCenter({
  mode = 'start',
  folder = EXAMPLE,
  command = (port) => [nextOf(folder), mode, '--port', String(port)],
  base = '/api/help',
  token,
  seedDays,
  otherSite,
  conversations,
}: HelpCenterOptions = {}): Promise<HelpCenter> {
  const folderOfStore = mkdtempSync(join(tmpdir(), 'help-center-'))
  const store = `duckdb:${folderOfStore}`
  if (seedDays) await seed(store, { seedDays, otherSite, conversations })
  const port = await freePort()
  const url = `http://localhost:${port}`
  let server: ChildProcess
  let output = ''

  const start = async () => {
    output = ''
    const args = command(port)
    server = spawn(process.execPath, [...args], {
      cwd: folder,
      env: {
        ...process.env,
        NODE_ENV: mode === 'dev' ? 'development' : 'production',
        NODE_OPTIONS: '',
        HELPTALLY_STORE: store,
        // The reader is a driven browser.
        HELPTALLY_COUNT_BOTS: '1',
        // A standalone server hears of it no other way.
        PORT: String(port),
        ...(token && { HELPTALLY_TOKEN: token }),
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [server.stdout!, server.stderr!]) stream.on('data', (data) => (output += data))
    await until(
      () => {
        if (server.exitCode !== null) throw new Error(`${args.join(' ')} exited with ${server.exitCode}:\n${output}`)
        return fetch(`${url}${base}/health`).then(
          (answer) => answer.ok,
          () => false,
        )
      },
      (isUp) => isUp,
      { deadlineMs: START_WITHIN_MS },
    ).catch(async (error: Error) => {
      await end('SIGKILL')
      throw new Error(`${error.message}\n${output}`)
    })
  }
  const end = async (signal: NodeJS.Signals) => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const gone = once(server, 'exit')
    server.kill(signal)
    await gone
  }
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  const get = (path: string) => fetch(`${url}${base}/${path}`, { headers })
  const read = async <T>(path: string): Promise<T> => {
    const answer = await get(path)
    if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}\n${output}`)
    return answer.json() as Promise<T>
  }
  const removeStore = () => rmSync(folderOfStore, { recursive: true, force: true })
  try {
    await start()
  } catch (error) {
    await end('SIGKILL')
    removeStore()
    throw new Error(`next ${mode} in ${folder} did not come up; it said:\n${output}`, { cause: error })
  }
  return {
    url,
    folder: folderOfStore,
    start,
    get,
    sessions: async () => (await read<SessionsReport>(`reports/sessions?${period()}`)).totals,
    live: () => read(`reports/live?${period()}&limit=200`),
    vitals: () => read(`reports/vitals?${period()}`),
    report: (name, params = {}) => read(`reports/${name}?${period()}&${new URLSearchParams(params)}`),
    explain: (id) => read(`sessions/${id}`),
    post: (body, headers = { 'content-type': 'text/plain' }) =>
      fetch(`${url}${base}/events`, { method: 'POST', body, headers }),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async close() {
      await end('SIGTERM')
      const differences = await recountOf(store).finally(removeStore)
      if (differences) throw new Error(`${EXPECTED_EQUAL}, got:\n${differences}`)
    },
  }
}

async function seed(
  url: string,
  { seedDays: days = 0, otherSite, conversations }: Pick<HelpCenterOptions, 'seedDays' | 'otherSite' | 'conversations'>,
): Promise<void> {
  const store = openStore(url)
  for (const site of ['docs', ...(otherSite ? [otherSite] : [])])
    await seedStore(store, { site, now: Date.now(), days, articles: ['what-is-a-session', 'install', 'idle'] })
  if (conversations) await tell(store, conversations)
  await store.close()
}

async function tell(store: Store, facts: readonly ConversationFact[]): Promise<void> {
  const collector = createCollector({ store, site: 'docs', serverKey: 'key' })
  const request = new Request('http://localhost/api/help/conversations', {
    method: 'POST',
    headers: { authorization: 'Bearer key', 'content-type': 'application/json' },
    body: JSON.stringify({ facts }),
  })
  const answer = await collector.handle(request, ['conversations'])
  const told = (await answer.json()) as { rejected?: readonly unknown[] }
  if (told.rejected?.length !== 0) throw new Error(`Expected all facts to be taken, got ${JSON.stringify(told)}`)
}

/** Yesterday to the day after tomorrow: wide enough for clocks that tests move. */
function period(): string {
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
  return new URLSearchParams({ site: 'docs', from: day(-1), to: day(2), tz: 'UTC' }).toString()
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
