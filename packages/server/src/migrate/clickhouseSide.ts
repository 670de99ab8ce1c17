import { createHash, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { slotsSql } from '../ledger/slots.sql.js'
import { makeFolder } from '../makeFolder.js'
import { createKeeping } from '../store/clickhouse/keep/keeping.js'
import type { Cluster } from '../store/clickhouse/servers/cluster.js'
import { onCluster } from '../store/clickhouse/ship/landed.js'
import { blocksOf, type Plan, type PlannedBlock, type PlannedEvent } from '../store/clickhouse/ship/plan.js'
import { planName, plansIn, readPlan, removePlan, writePlan } from '../store/clickhouse/ship/planFile.js'
import { sendBlocks } from '../store/clickhouse/ship/ship.js'
import { inParts } from '../store/clickhouse/tables/idLists.js'
import { shardOf } from '../store/clickhouse/tables/shards.js'
import { ownName } from '../store/clickhouse/tables/tables.js'
import { type Engine, openScratch } from '../store/duckdb/engine.js'
import { takeIn, type WholeRows } from '../store/duckdb/takeIn.js'
import type { Store } from '../store/store.js'
import type { GapChangeRow, LedgerEventRow, LedgerRow, RemovedRow } from '../store/wholeRows.js'
import { StoreUnavailable } from '../storeUnavailable.js'
import { bookTwice } from './bookTwice.js'
import * as sql from './clickhouseSide.sql.js'
import { hashedPage, pageStarts } from './hashedPage.js'
import { hashOfVisitor } from './hashOfVisitor.js'
import { rowsSql } from './otherRows.sql.js'
import { type SentRows, sentRows } from './sentRows.js'
import {
  DAY_MS,
  type MovedEvent,
  type OtherRows,
  type OtherTable,
  type Page,
  type SiteDay,
  type Taken,
  type Target,
} from './side.js'
import { rowsFolder, workFolder } from './workFolder.js'

/** Ids that one question names, twice: a server takes no statement of more than 256 KiB. */
const IDS_AT_ONCE = 3_000

/** How long a replica is waited for that shows less than it was sent. What it does not show by then is gone. */
const SHOWN_WITHIN_MS = 60_000
const LOOK_AGAIN_MS = 200

const LOOK_EVERY_MS = 1_000

/** A block is derived whole, within a minute: so it is smaller than what is on its way at once. */
const EVENTS_IN_BLOCK = 8_000

/** How often deriving is begun again without having come further: another process does it, or the servers are busy. */
const DERIVE_TRIES = 3

export interface ClickhouseSideOptions {
  readonly cluster: Cluster
  readonly store: Store
  /** Epoch ms. */
  readonly now?: () => number
  readonly shownWithinMs?: number
}

export function clickhouseSide(options: ClickhouseSideOptions): Target {
  const { cluster, store, now = Date.now, shownWithinMs = SHOWN_WITHIN_MS } = options
  let scratch: Promise<Engine> | null = null
  function opened(): Promise<Engine> {
    scratch ??= openScratch(join(workFolder(store.folder), 'scratch'))
    return scratch
  }
  const keeping = createKeeping({ cluster, scratch: opened, holder: randomUUID(), now })
  const keep = async (rows: Extract<WholeRows, { table: 'removed' | 'gap_changes' }>): Promise<void> =>
    void (await keeping.change([{ table: rows.table }], (engine) => takeIn(engine, rows, now())))
  const readied = async (): Promise<void> => void (await store.query('select 1 as one'))

  const folder = rowsFolder(store.folder)
  const sentOf = new Map<string, Promise<SentRows>>()
  function sentFrom(source: string): Promise<SentRows> {
    const found = sentOf.get(source) ?? sentRows(workFolder(store.folder), `${source}-${hashOf(cluster.name)}`)
    sentOf.set(source, found)
    return found
  }

  /** Asks until a replica answers that shows at least as much as was sent. */
  async function caughtUp<T>(
    ask: () => Promise<T>,
    isBehind: (found: T) => boolean,
  ): Promise<{ found: T; isGone: boolean }> {
    for (const until = now() + shownWithinMs; ; await delay(LOOK_AGAIN_MS)) {
      const found = await ask()
      if (!isBehind(found)) return { found, isGone: false }
      if (now() > until) return { found, isGone: true }
    }
  }

  async function days(): Promise<(SiteDay & { migrated: number })[]> {
    await readied()
    return cluster.query(sql.daysSql)
  }

  /** Durable before anything of it is sent: killed anywhere, the very same rows are sent again. */
  async function carryOut(source: string, name: string, blocks: readonly PlannedBlock[]): Promise<void> {
    const plan = { segment: name.replaceAll('/', '-'), boot: source, madeAt: now(), blocks }
    await makeFolder(folder)
    await writePlan(folder, plan)
    await finish(plan)
  }

  async function finish(plan: Plan): Promise<void> {
    await sendBlocks(cluster, plan, now())
    await (await sentFrom(plan.boot)).add(plan.segment, rowsOf(plan))
    await removePlan(folder, planName(plan.segment))
  }

  async function known(source: string, events: readonly MovedEvent[]): Promise<Map<string, number>> {
    const sent = await sentFrom(source)
    const found = new Map<string, number>()
    for (const [site, own] of Map.groupBy(events, ({ site }) => site)) {
      const starts = own.map(({ at }) => startOf(at))
      const span = { from: Math.min(...starts), to: Math.max(...starts) + DAY_MS }
      const keys = [...new Set(starts)].map((start) => dayKey(site, start))
      for (const part of inParts(own, IDS_AT_ONCE)) {
        const expected = keys.reduce((sum, key) => sum + sent.expected(key), 0)
        const ask = (): Promise<{ id: string; n: number }[]> => cluster.query(sql.knownSql(site, span, part))
        const answer = await caughtUp(ask, (rows) => rows.find(({ id }) => id === '')!.n < expected)
        if (answer.isGone) for (const key of keys) await sent.set(key, 0)
        for (const { id, n } of answer.found) if (id !== '') found.set(id, n)
      }
    }
    return found
  }

  async function withoutErased(events: readonly MovedEvent[]): Promise<MovedEvent[]> {
    const rows = await onCluster(cluster, now).erased()
    if (rows.length === 0) return [...events]
    const hashes = new Set(rows.map(({ visitor_hash }) => visitor_hash))
    return events.filter(({ visitor }) => !hashes.has(hashOfVisitor(visitor)))
  }

  async function take(source: string, events: readonly MovedEvent[]): Promise<Taken> {
    const allowed = await withoutErased(events)
    if (allowed.length === 0) return { taken: 0, twice: 0 }
    const there = await known(source, allowed)
    const twice = allowed.filter(({ id, received_at }) => there.has(id) && there.get(id) !== received_at)
    const booked = await bookTwice(cluster, twice)
    const missing = allowed.filter(({ id }) => !there.has(id))
    if (missing.length === 0) return { taken: 0, twice: booked }
    const name = `${sql.MIGRATED}${source}/${hashOf(missing.map(({ id }) => id).join())}`
    const planned = missing.map((event) => plannedOf(event, cluster.shards)).sort((a, b) => a.shard - b.shard)
    const blocks = blocksOf({
      segment: name,
      events: planned,
      ledger: [],
      ledgerEvents: [],
      rowsAtOnce: EVENTS_IN_BLOCK,
    })
    await carryOut(source, name, blocks)
    return { taken: missing.length, twice: booked }
  }

  async function addRows(source: string, table: 'ledger' | 'ledger_events', rows: readonly object[]): Promise<void> {
    const lines = rows.map((row) => JSON.stringify(row))
    // The same rows may have to be added a second time, later: then the name has to be another one.
    const before = (await sentFrom(source)).expected(table)
    const name = `${sql.MIGRATED}${source}/${hashOf(`${before} ${lines.join()}`)}`
    const none: string[] = []
    const blocks = blocksOf({
      segment: name,
      events: [],
      ledger: table === 'ledger' ? lines : none,
      ledgerEvents: table === 'ledger_events' ? lines : none,
    })
    await carryOut(source, name, blocks)
  }

  /** Of a replica that has caught up with what was added. */
  async function whenShown(source: string, table: 'ledger' | 'ledger_events'): Promise<void> {
    const sent = await sentFrom(source)
    const ask = async (): Promise<number> =>
      (await cluster.queryShard<{ rows: number }>(0, sql.migratedRowsSql(table, source)))[0]!.rows
    const { found, isGone } = await caughtUp(ask, (rows) => rows < sent.expected(table))
    if (isGone) await sent.set(table, found)
  }

  async function rowsIn(page: Page): Promise<Row[]> {
    return (await cluster.query<Row>(sql.eventsSql(page))).map(eventOf)
  }

  return {
    name: cluster.name,
    store,
    // Asked for sessions, the store settles which of two copies of an event stays.
    settle: async () => void (await store.query('select count(*) as n from sessions')),
    days: async () => (await days()).map(({ migrated: _, ...day }) => day),
    pageStarts: (day, most) => pageStarts(store, day, most),
    events: async (page) => (await rowsIn(page)).map(movedOf),
    hashes: (page) => hashedPage(store, page),
    async rows<Table extends OtherTable>(table: Table) {
      return store.query<OtherRows[Table]>(rowsSql(table))
    },
    async visitorsOf(hashes) {
      const found: string[] = []
      for (const part of inParts(hashes, IDS_AT_ONCE))
        found.push(...(await cluster.query<{ visitor: string }>(sql.visitorsSql(part))).map(({ visitor }) => visitor))
      return found
    },
    async close() {
      await store.close()
      await (await scratch?.catch(() => null))?.close()
      await rm(join(workFolder(store.folder), 'scratch'), { recursive: true, force: true })
    },

    async hasTakenFrom(source) {
      await readied()
      const [found] = await cluster.query<{ rows: number }>(sql.hasTakenSql(source))
      return found!.rows > 0
    },
    async ownEvents(source) {
      return (await cluster.query<{ events: number }>(sql.ownEventsSql(source)))[0]!.events
    },
    async resume() {
      for (const name of await plansIn(folder)) {
        const plan = await readPlan(folder, name)
        if (plan !== null) await finish(plan)
      }
    },
    take,
    async ledgerOf(source) {
      await whenShown(source, 'ledger')
      const of = `where l.block like '${sql.MIGRATED}${source}/%'`
      return cluster.query<LedgerRow>(slotsSql(of))
    },
    addToLedger: (source, rows: readonly LedgerRow[]) => addRows(source, 'ledger', rows),
    async addLedgerEvents(source, rows: readonly LedgerEventRow[]) {
      await whenShown(source, 'ledger_events')
      await addRows(source, 'ledger_events', rows)
    },
    addRemoved: (source, rows: readonly RemovedRow[]) => keep({ source, table: 'removed', rows }),
    takeGapChanges: (source, rows: readonly GapChangeRow[]) => keep({ source, table: 'gap_changes', rows }),
    async derive(onPending, signal) {
      const look = async (): Promise<number> => {
        let left = 0
        for (let shard = 0; shard < cluster.shards; shard++) {
          const pending = sql.pendingSql(ownName(cluster, 'touched'), ownName(cluster, 'derived'))
          left += (await cluster.queryShard<{ blocks: number }>(shard, pending))[0]!.blocks
        }
        onPending(left)
        return left
      }
      let least = await look()
      const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS)
      try {
        for (let tried = 1; ; tried++) {
          signal.throwIfAborted()
          try {
            return void (await store.query('select count(*) as n from sessions'))
          } catch (error) {
            if (!(error instanceof StoreUnavailable)) throw error
            const left = await look()
            if (left >= least && tried >= DERIVE_TRIES) throw error
            if (left < least) tried = 0
            least = Math.min(least, left)
          }
        }
      } finally {
        clearInterval(timer)
      }
    },
  }
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

const startOf = (at: number): number => at - (at % DAY_MS)

const dayKey = (site: string, start: number): string => `${start} ${site}`

/** How many rows of what a plan brings. */
function rowsOf({ blocks }: Plan): Record<string, number> {
  const sums: Record<string, number> = {}
  const add = (of: string, n: number): void => {
    sums[of] = (sums[of] ?? 0) + n
  }
  for (const { table, rows, size } of blocks) {
    if (table === 'ledger' || table === 'ledger_events') add(table, size)
    if (table !== 'events') continue
    for (const line of rows.trimEnd().split('\n')) {
      // A server puts in by itself what is ''.
      const { site = '', at } = JSON.parse(line) as { site?: string; at: number }
      add(dayKey(site, startOf(at)), 1)
    }
  }
  return sums
}

type Row = Readonly<Record<string, unknown>>

/** A row of a cluster, which keeps lists as JSON. */
function eventOf(row: Row): Row {
  const listOf = (json: unknown): readonly string[] | null => (json === null ? null : JSON.parse(String(json)))
  return {
    ...row,
    filters: listOf(row.filters),
    offered: listOf(row.offered),
  }
}

function movedOf(row: Row): MovedEvent {
  return {
    id: String(row.event_id),
    site: String(row.site),
    visitor: String(row.visitor_id),
    at: Number(row.at),
    received_at: Number(row.received_at),
    line: JSON.stringify(row),
  }
}

function plannedOf({ id, visitor, at, line }: MovedEvent, shards: number): PlannedEvent {
  const day = new Date(at).toISOString().slice(0, 10)
  return { shard: shardOf(visitor, shards), day, visitor, id, line: rowOf(line, day) }
}

/** Few events have lists: the text of the others is sent as it is. */
function rowOf(line: string, day: string): string {
  if (line.includes('"filters":null') && line.includes('"offered":null')) return `${line.slice(0, -1)},"day":"${day}"}`
  const row = JSON.parse(line) as { filters: unknown; offered: unknown }
  const jsonOf = (list: unknown): string | null => (list === null ? null : JSON.stringify(list))
  return JSON.stringify({ ...row, filters: jsonOf(row.filters), offered: jsonOf(row.offered), day })
}
