import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogLine } from '../../ledger/ledgerLine.js'
import { probe } from '../../log/probe.js'
import type { OpenSegment } from '../../log/segmentFile.js'
import { SegmentLog } from '../../log/segmentLog.js'
import { oneAtATime } from '../../oneAtATime.js'
import { questionOf } from '../../sql/clickhouse/question.js'
import type { Statement } from '../../sql/dialect.js'
import { type Engine, openScratch } from '../duckdb/engine.js'
import type { Health, QueryParams, Store, StoreOptions } from '../store.js'
import type { Cluster } from './cluster.js'
import { readsDerived } from './derivedTables.js'
import { createDeriving } from './deriving.js'
import { readyCluster } from './readyCluster.js'
import { ship } from './ship.js'

/** How long an acknowledged event may wait before it is shipped without anybody asking. Servers want few, large blocks. */
const SHIP_AFTER_MS = 5_000
/** What this process appended may not become more before it is shipped. */
const SHIP_AT_BYTES = 8 * 1024 * 1024

export interface ClickhouseStoreOptions extends StoreOptions {
  readonly openSegment?: OpenSegment
  /** Epoch ms. Default `Date.now`. */
  readonly now?: () => number
  readonly shipAfterMs?: number
  readonly shipAtBytes?: number
}

/**
 * A log of segments in `folder`, which are shipped to a cluster: every process, on any machine, ships its own. Whoever is
 * asked brings the tables up to date that are made of events.
 */
export function createClickhouseStore(cluster: Cluster, folder: string, options: ClickhouseStoreOptions = {}): Store {
  const { log: say = console.error, openSegment, now = Date.now } = options
  const { shipAfterMs = SHIP_AFTER_MS, shipAtBytes = SHIP_AT_BYTES } = options
  const logFolder = join(folder, 'log')
  const log = new SegmentLog(logFolder, openSegment)
  const scratchFolder = join(folder, `scratch-${log.boot}`)
  const inTurn = oneAtATime()
  const engines = new Map<string, Promise<Engine>>()
  let ready: Promise<void> | null = null
  let nextShip: Promise<void> | null = null
  let nextDerive: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let waitingBytes = 0
  let lastSaid = ''
  let isClosed = false

  /** One to ship with and one to derive with: a long derivation holds up no shipping. */
  function scratch(use: 'ship' | 'derive'): Promise<Engine> {
    const opened = engines.get(use) ?? openScratch(join(scratchFolder, use))
    engines.set(use, opened)
    opened.catch(() => engines.delete(use))
    return opened
  }

  const derive = createDeriving({
    cluster,
    scratch: () => scratch('derive'),
    folder: join(scratchFolder, 'derive'),
    holder: log.boot,
    now,
  })

  function use(): void {
    if (isClosed) throw new Error(`[helptally] The store ${cluster.name} is closed. Open it again to use it.`)
  }

  function readied(): Promise<void> {
    const found = ready ?? scratch('ship').then((engine) => readyCluster(cluster, engine.query))
    ready = found
    found.catch(() => {
      if (ready === found) ready = null
    })
    return found
  }

  /** Callers that wait share one. */
  function shipped(): Promise<void> {
    nextShip ??= inTurn(async () => {
      nextShip = null
      await readied()
      await log.rotate()
      await ship({
        folder: logFolder,
        boot: log.boot,
        cluster,
        scratch: await scratch('ship'),
        now,
        say,
      })
    })
    return nextShip
  }

  function derived(): Promise<void> {
    nextDerive ??= derive().finally(() => {
      nextDerive = null
    })
    return nextDerive
  }

  function shipSoon(): void {
    if (isClosed || waitingBytes === 0) return
    if (waitingBytes >= shipAtBytes) return void shipNow()
    timer ??= setTimeout(shipNow, shipAfterMs).unref()
  }

  async function shipNow(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    waitingBytes = 0
    await shipped().catch(sayWhy)
    shipSoon()
  }

  function sayWhy({ message }: Error): void {
    if (message !== lastSaid) say(message)
    lastSaid = message
  }

  async function query<Row>(statement: Statement, params: QueryParams = {}): Promise<Row[]> {
    use()
    await shipped()
    const question = questionOf(statement, params)
    if (readsDerived(question)) await derived()
    return cluster.query<Row>(question, params)
  }

  return {
    folder,
    async append(lines) {
      use()
      if (lines.length === 0) return
      const bytes = bytesOf(lines)
      await log.append(bytes)
      waitingBytes += bytes.length
      shipSoon()
    },
    query,
    queryFacts: query,
    async health(): Promise<Health> {
      try {
        use()
        await probe(logFolder)
        await shipped()
        return { ready: true, reason: cluster.warnings().join(' ') || null, engine: 'clickhouse', owner: null }
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        return { ready: false, reason, engine: 'clickhouse', owner: null }
      }
    },
    async close() {
      if (isClosed) return
      isClosed = true
      if (timer) clearTimeout(timer)
      await log.rotate()
      await Promise.allSettled([nextShip, nextDerive])
      for (const engine of engines.values()) await (await engine.catch(() => null))?.close()
      await rm(scratchFolder, { recursive: true, force: true })
      await cluster.close()
    },
  } as Store
}

function bytesOf(lines: readonly LogLine[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
