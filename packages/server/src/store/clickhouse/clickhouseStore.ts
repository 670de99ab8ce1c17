import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { dropExports } from '../../jobs/dropExports.js'
import type { LogLine } from '../../ledger/ledgerLine.js'
import { damagedSegments } from '../../log/closedSegments.js'
import { probe } from '../../log/probe.js'
import type { OpenSegment } from '../../log/segmentFile.js'
import { SegmentLog } from '../../log/segmentLog.js'
import { someDamaged } from '../../log/setDamageAside.js'
import { onceFor } from '../../onceFor.js'
import { oneAtATime } from '../../oneAtATime.js'
import { questionOf } from '../../sql/clickhouse/question.js'
import type { Statement } from '../../sql/dialect.js'
import { type Engine, openScratch } from '../duckdb/engine.js'
import type { Health, QueryParams, Store, StoreOptions } from '../store.js'
import { createDeriving } from './derive/deriving.js'
import { backup } from './keep/backup.js'
import { createKeeping } from './keep/keeping.js'
import { createUpkeep } from './keep/upkeep.js'
import type { Cluster } from './servers/cluster.js'
import { createBacklog, inWords, MAX_WAITING_BYTES, waitingIn } from './ship/backlog.js'
import { insertDirect } from './ship/insertDirect.js'
import { ship } from './ship/ship.js'
import { readsDerived } from './tables/derivedTables.js'
import { readyCluster } from './tables/readyCluster.js'

/** How long an acknowledged event may wait before it is shipped without anybody asking. Servers want few, large blocks. */
const SHIP_AFTER_MS = 5_000
/** What this process appended may not become more before it is shipped. */
const SHIP_AT_BYTES = 8 * 1024 * 1024
/** A command that ends here may have no other on its machine that ships what it leaves behind. */
const SHIPS_LAST_WITHIN_MS = 5_000

export interface ClickhouseStoreOptions extends StoreOptions {
  readonly openSegment?: OpenSegment
  /** Epoch ms. Default `Date.now`. */
  readonly now?: () => number
  readonly shipAfterMs?: number
  readonly shipAtBytes?: number
  /** `direct`: lines go to the cluster before they are acknowledged, and no log is kept. Default `log`. */
  readonly insert?: 'log' | 'direct'
  /** What may wait in the log for a cluster that does not take it. Default 1 GiB. */
  readonly maxWaitingBytes?: number
}

/**
 * A log of segments in `folder`, which are shipped to a cluster: every process, on any machine, ships its own. Whoever is
 * asked brings the tables up to date that are made of events.
 */
export function createClickhouseStore(cluster: Cluster, folder: string, options: ClickhouseStoreOptions = {}): Store {
  const { log: say = console.error, openSegment, now = Date.now } = options
  const { shipAfterMs = SHIP_AFTER_MS, shipAtBytes = SHIP_AT_BYTES, insert = 'log', keepDays = null } = options
  const logFolder = join(folder, 'log')
  const log = new SegmentLog(logFolder, openSegment)
  const scratchFolder = join(folder, `scratch-${log.boot}`)
  const backlog = createBacklog(logFolder, options.maxWaitingBytes ?? MAX_WAITING_BYTES, cluster.name, now)
  const inTurn = oneAtATime()
  const backupsInTurn = oneAtATime()
  const engines = new Map<string, Promise<Engine>>()
  let ready: Promise<void> | null = null
  let nextShip: Promise<void> | null = null
  let nextDerive: Promise<void> | null = null
  let timer: NodeJS.Timeout | null = null
  let waitingBytes = 0
  let lastSaid = ''
  let isClosed = false

  /** Each has its own: a long derivation holds up no shipping. */
  function scratch(use: 'ship' | 'derive' | 'keep' | 'forget'): Promise<Engine> {
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

  const keeping = createKeeping({ cluster, scratch: () => scratch('keep'), holder: log.boot, now })

  const upkeep = createUpkeep({
    cluster,
    keeping,
    scratch: () => scratch('forget'),
    folder: join(scratchFolder, 'forget'),
    holder: `${log.boot}/upkeep`,
    now,
    keepDays,
    say: sayOnce,
  })

  function use(): void {
    if (isClosed) throw new Error(`[helptally] The store ${cluster.name} is closed. Open it again to use it.`)
  }

  function readied(): Promise<void> {
    const found = ready ?? readyCluster(cluster, async (sql, params) => (await scratch('ship')).query(sql, params))
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
      if (insert === 'direct') return
      await log.rotate()
      await ship({
        folder: logFolder,
        boot: log.boot,
        cluster,
        scratch: await scratch('ship'),
        now,
        say,
      })
      backlog.changed()
    })
    return nextShip
  }

  function derived(): Promise<void> {
    nextDerive ??= derive().finally(() => {
      nextDerive = null
    })
    return nextDerive
  }

  const shippedFor = onceFor(() => shipped().then(upkeep.whenDue))
  const derivedFor = onceFor(derived)

  function shipSoon(): void {
    if (isClosed || waitingBytes === 0) return
    if (waitingBytes >= shipAtBytes) return void shipNow()
    timer ??= setTimeout(shipNow, shipAfterMs).unref()
  }

  async function shipNow(): Promise<void> {
    if (timer) clearTimeout(timer)
    timer = null
    waitingBytes = 0
    await shipped()
      .then(() => void upkeep.whenDue())
      .catch(sayWhy)
    shipSoon()
  }

  const sayWhy = ({ message }: Error): void => sayOnce(message)

  function sayOnce(message: string): void {
    if (message !== lastSaid) say(message)
    lastSaid = message
  }

  async function query<Row>(statement: Statement, params: QueryParams = {}, together: object = {}): Promise<Row[]> {
    use()
    await shippedFor(together)
    const question = questionOf(statement, params)
    if (readsDerived(question)) await derivedFor(together)
    return cluster.query<Row>(question, params)
  }

  /** What somebody changes, on a cluster that is ready for it. */
  async function changing<T>(change: () => Promise<T>): Promise<T> {
    use()
    await readied()
    return change()
  }

  /** What is deleted is deleted of all that was acknowledged before. */
  async function deleting<T>(work: () => Promise<T>): Promise<T> {
    use()
    await shipped()
    await derived()
    return work()
  }

  return {
    folder,
    async append(lines) {
      use()
      if (lines.length === 0) return
      if (insert === 'direct') {
        await readied()
        return insertDirect(cluster, lines, now)
      }
      const bytes = bytesOf(lines)
      await backlog.mustHaveRoom(bytes.length)
      await log.append(bytes)
      waitingBytes += bytes.length
      shipSoon()
    },
    query,
    queryFacts: query,
    keepTickets: (feed) => changing(() => keeping.keepTickets(feed)),
    changeAnnotations: (order) => changing(() => keeping.changeAnnotations(order)),
    changeGaps: (order) => changing(() => keeping.changeGaps(order)),
    keepOut: (erasures) => changing(() => keeping.keepOut(erasures)),
    async eraseVisitor(visitorId) {
      const erased = await deleting(() => upkeep.eraseVisitor(visitorId))
      await derived()
      await dropExports(folder)
      return erased
    },
    forgetBefore: (moment) => deleting(() => upkeep.forgetBefore(moment)),
    backup: (to) =>
      backupsInTurn(async () => {
        use()
        await shipped()
        await derived()
        return backup(cluster, resolve(to))
      }),
    async health(): Promise<Health> {
      try {
        use()
        if (insert === 'log') await probe(logFolder)
        await shipped()
        const damage = (await damagedSegments(logFolder)).length > 0 ? [someDamaged(logFolder)] : []
        const reason = [...damage, ...cluster.warnings()].join(' ') || null
        return { ready: true, reason, engine: 'clickhouse', owner: null }
      } catch (error) {
        const waiting = inWords(await waitingIn(logFolder))
        const reason = [error instanceof Error ? error.message : String(error), waiting].filter(Boolean).join(' ')
        return { ready: false, reason, engine: 'clickhouse', owner: null }
      }
    },
    async close() {
      if (isClosed) return
      if (timer) clearTimeout(timer)
      if (waitingBytes > 0) await Promise.race([shipNow(), after(SHIPS_LAST_WITHIN_MS, undefined, { ref: false })])
      isClosed = true
      if (timer) clearTimeout(timer)
      await log.rotate()
      await inTurn(async () => undefined)
      await Promise.allSettled([nextDerive, upkeep.stop()])
      await backupsInTurn(async () => undefined)
      for (const engine of engines.values()) await (await engine.catch(() => null))?.close()
      await rm(scratchFolder, { recursive: true, force: true })
      await cluster.close()
    },
  }
}

function bytesOf(lines: readonly LogLine[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
}
