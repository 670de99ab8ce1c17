import { join } from 'node:path'
import type { LogLine } from '../../ledger/ledgerLine.js'
import { closedSegments } from '../../log/closedSegments.js'
import type { OpenSegment } from '../../log/segmentFile.js'
import { SegmentLog } from '../../log/segmentLog.js'
import { oneAtATime } from '../../oneAtATime.js'
import { StoreUnavailable } from '../../storeUnavailable.js'
import type { Health, Store, StoreOptions } from '../store.js'
import { claimFolder } from './claimFolder.js'
import { drain } from './drain.js'
import { type Engine, openEngine } from './engine.js'
import { eraseVisitor } from './eraseVisitor.js'

/** How long an acknowledged event may wait before it is drained without anybody asking. */
export const DRAIN_AFTER_MS = 2_000

export interface DuckdbStoreOptions extends StoreOptions {
  readonly openSegment?: OpenSegment
}

/** A log of segments in front of a DuckDB file, both in `folder`. */
export function createDuckdbStore(folder: string, options: DuckdbStoreOptions = {}): Store {
  const { log: say = console.error, openSegment } = options
  const logFolder = join(folder, 'log')
  const log = new SegmentLog(logFolder, openSegment)
  const inTurn = oneAtATime()
  let release: (() => void) | null = null
  let engine: Engine | null = null
  let nextDrain: Promise<Engine> | null = null
  let timer: NodeJS.Timeout | null = null
  let lastSaid = ''
  let isClosed = false

  function use(): void {
    if (isClosed) throw new Error(`[helptally] The store ${folder} is closed. Open it again to use it.`)
    if (process.env.NEXT_PHASE === 'phase-production-build') throw duringBuild()
    release ??= claimFolder(folder)
  }

  /** The engine, with all in it that was acknowledged before the call. Callers that wait share one drain. */
  function drained(): Promise<Engine> {
    nextDrain ??= inTurn(() => {
      nextDrain = null
      return drainNow()
    })
    return nextDrain
  }

  async function drainNow(): Promise<Engine> {
    if (timer) clearTimeout(timer)
    timer = null
    await log.rotate()
    engine ??= await openEngine(folder)
    await drain(engine, logFolder, await closedSegments(logFolder, log)).catch((error: unknown) => {
      reopenAfter(error)
      throw cannotDrain(folder, error)
    })
    return engine
  }

  /** After a fatal error, such as a full disk at a checkpoint, DuckDB refuses everything until it is opened anew. */
  function reopenAfter(error: unknown): void {
    if (!/FATAL|invalidated/.test(String(error))) return
    engine?.close()
    engine = null
  }

  function drainSoon(): void {
    if (timer || isClosed) return
    timer = setTimeout(() => {
      timer = null
      drained().catch(sayOnce)
    }, DRAIN_AFTER_MS)
    timer.unref()
  }

  function sayOnce({ message }: Error): void {
    if (message !== lastSaid) say(message)
    lastSaid = message
  }

  return {
    async append(lines) {
      use()
      if (lines.length === 0) return
      await log.append(bytesOf(lines))
      drainSoon()
    },
    async query(sql, params) {
      use()
      return (await drained()).query(sql, params)
    },
    async eraseVisitor(visitorId) {
      use()
      return inTurn(async () => eraseVisitor(await drainNow(), visitorId))
    },
    async health(): Promise<Health> {
      try {
        use()
        await drained()
        return { ready: true, reason: null, engine: 'duckdb' }
      } catch (error) {
        return { ready: false, reason: error instanceof Error ? error.message : String(error), engine: 'duckdb' }
      }
    },
    async close() {
      if (isClosed) return
      isClosed = true
      if (timer) clearTimeout(timer)
      await log.rotate()
      await inTurn(async () => engine?.close())
      release?.()
    },
  }
}

function bytesOf(lines: readonly LogLine[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

function cannotDrain(folder: string, error: unknown): StoreUnavailable {
  const message = error instanceof Error ? error.message : String(error)
  return new StoreUnavailable(
    `[helptally] The store ${folder} cannot take in what was acknowledged (${message.split('\n')[0]}). Nothing is lost: ` +
      'it lies in the log, and is taken in once the cause is mended. Expected a disk with free space.',
    { cause: error },
  )
}

function duringBuild(): Error {
  return new Error(
    '[helptally] The store was asked for while `next build` runs, when a build worker would take its lock. Expected ' +
      'requests only: draw what reads it per request (`await connection()`, or `dynamic = "force-dynamic"`).',
  )
}
