import { join, resolve } from 'node:path'
import { dropExports } from '../../jobs/dropExports.js'
import type { LogLine } from '../../ledger/ledgerLine.js'
import { probe } from '../../log/probe.js'
import type { OpenSegment } from '../../log/segmentFile.js'
import { SegmentLog } from '../../log/segmentLog.js'
import { textOf } from '../../sql/dialect.js'
import { duckdbDialect } from '../../sql/duckdbDialect.js'
import { StoreUnavailable } from '../../storeUnavailable.js'
import type { Health, Store, StoreOptions } from '../store.js'
import type { Answers } from './answers.js'
import { claimFolder } from './claimFolder.js'
import { findSeat, type Seat } from './findSeat.js'
import type { TakenIn, WholeRows } from './takeIn.js'
import { PeerGone } from './wire/talk.js'

/** How long an acknowledged event may wait before it is drained without anybody asking. */
const DRAIN_AFTER_MS = 2_000
/**
 * What this process appended may not become more before it is drained: after a kill the first answer waits for what
 * was left. Smaller drains would cost more an event.
 */
const DRAIN_AT_BYTES = 8 * 1024 * 1024

/** For one question, when one owner after the other dies over it. */
const MAX_OWNERS_ASKED = 3

export interface DuckdbStoreOptions extends StoreOptions {
  readonly openSegment?: OpenSegment
  /** Epoch ms. Default `Date.now`. */
  readonly now?: () => number
  readonly drainAfterMs?: number
  readonly drainAtBytes?: number
}

export interface DuckdbStore extends Store {
  /** Takes rows of another store as they lie there, all of them or none, and none twice. */
  takeIn(rows: WholeRows): Promise<TakenIn>
}

/**
 * A log of segments in front of a DuckDB file, both in `folder`. Each process appends to segments of its own; one of
 * them has the file, and answers for all.
 */
export function createDuckdbStore(folder: string, options: DuckdbStoreOptions = {}): DuckdbStore {
  const { log: say = console.error, openSegment, now = Date.now, keepDays = null } = options
  const { drainAfterMs = DRAIN_AFTER_MS, drainAtBytes = DRAIN_AT_BYTES } = options
  const logFolder = join(folder, 'log')
  const log = new SegmentLog(logFolder, openSegment)
  let release: (() => void) | null = null
  let seat: Promise<Seat> | null = null
  let timer: NodeJS.Timeout | null = null
  let isDraining = false
  /** Appended since the last drain began. */
  let waitingBytes = 0
  let lastSaid = ''
  let isClosed = false

  function use(): void {
    if (isClosed) throw new Error(`[helptally] The store ${folder} is closed. Open it again to use it.`)
    if (process.env.NEXT_PHASE === 'phase-production-build') throw duringBuild()
    release ??= claimFolder(folder)
  }

  function seated(): Promise<Seat> {
    if (seat) return seat
    const found = findSeat({ folder, log, say: sayOnce, now, keepDays })
    seat = found
    found.then(
      ({ lost }) => lost.then(() => lookAgain(found)),
      () => giveUp(found),
    )
    return found
  }

  /** At once, so that a dead owner is replaced before anybody asks. */
  function lookAgain(former: Promise<Seat>): void {
    giveUp(former)
    if (!isClosed) seated().catch(sayWhy)
  }

  function giveUp(former: Promise<Seat>): void {
    if (seat === former) seat = null
  }

  async function ask<T>(question: (answers: Answers) => Promise<T>): Promise<T> {
    for (let asked = 1; ; asked++) {
      use()
      const found = seated()
      try {
        return await question((await found).answers)
      } catch (error) {
        if (!(error instanceof PeerGone)) throw error
        giveUp(found)
        if (asked === MAX_OWNERS_ASKED) throw ownersDie(folder, error)
      }
    }
  }

  function drainSoon(): void {
    if (isDraining || isClosed || waitingBytes === 0) return
    if (waitingBytes >= drainAtBytes) return void drain()
    timer ??= setTimeout(drain, drainAfterMs).unref()
  }

  async function drain(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    waitingBytes = 0
    isDraining = true
    await ask((answers) => answers.drain()).catch(sayWhy)
    isDraining = false
    drainSoon()
  }

  const sayWhy = ({ message }: Error): void => sayOnce(message)

  function sayOnce(message: string): void {
    if (message !== lastSaid) say(message)
    lastSaid = message
  }

  return {
    folder,
    async append(lines) {
      use()
      if (lines.length === 0) return
      const bytes = bytesOf(lines)
      await log.append(bytes)
      // The owner has to know this process, to ask it for what it acknowledges.
      seated().catch(sayWhy)
      waitingBytes += bytes.length
      drainSoon()
    },
    query: (statement, params) => ask((answers) => answers.query(textOf(statement, duckdbDialect), params)),
    queryFacts: (statement, params) => ask((answers) => answers.queryFacts(textOf(statement, duckdbDialect), params)),
    keepTickets: (feed) => ask((answers) => answers.keepTickets(feed)),
    changeAnnotations: (order) => ask((answers) => answers.changeAnnotations(order)),
    changeGaps: (order) => ask((answers) => answers.changeGaps(order)),
    async eraseVisitor(visitorId) {
      const erased = await ask((answers) => answers.eraseVisitor(visitorId))
      await dropExports(folder)
      return erased
    },
    keepOut: (erasures) => ask((answers) => answers.keepOut(erasures)),
    forgetBefore: (moment) => ask((answers) => answers.forgetBefore(moment)),
    takeIn: (rows) => ask((answers) => answers.takeIn(rows)),
    backup: (to) => ask((answers) => answers.backup(resolve(to))),
    async health(): Promise<Health> {
      try {
        use()
        await probe(logFolder)
        return await ask((answers) => answers.health())
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        return { ready: false, reason, engine: 'duckdb', owner: null }
      }
    },
    async close() {
      if (isClosed) return
      isClosed = true
      if (timer) clearTimeout(timer)
      await log.rotate()
      await (await seat?.catch(() => null))?.leave()
      release?.()
    },
  }
}

function bytesOf(lines: readonly LogLine[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}

function ownersDie(folder: string, cause: Error): StoreUnavailable {
  return new StoreUnavailable(
    `[helptally] ${MAX_OWNERS_ASKED} processes that answered for the store ${folder} have ended over one question. ` +
      'Events are taken and safe. Expected a process that stays: look in its log for why it ends.',
    { cause },
  )
}

function duringBuild(): Error {
  return new Error(
    '[helptally] The store was asked for while `next build` runs, when a build worker would take its lock. Expected ' +
      'requests only: draw what reads it per request (`await connection()`, or `dynamic = "force-dynamic"`).',
  )
}
