import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, test } from '@jest/globals'
import { questionOf } from '../../src/sql/clickhouse/question.js'
import { type Column, toRow } from '../../src/sql/clickhouse/rows.js'
import { questionSettingsSql } from '../../src/sql/clickhouse/settings.js'
import type { Statement } from '../../src/sql/dialect.js'
import { createTable } from '../../src/store/clickhouse/tables/createTable.js'
import { CLUSTER_TABLES, type ClusterTable, columnsOf } from '../../src/store/clickhouse/tables/tables.js'
import { openScratch } from '../../src/store/duckdb/engine.js'
import type { QueryParams, Store } from '../../src/store/store.js'

export interface Session {
  query(sql: string, format?: string): string
  queryAsync(sql: string, options: { format: string }): Promise<{ text(): string }>
  queryBindAsync(sql: string, params: object, options: { format: string }): Promise<{ text(): string }>
  queryBind(sql: string, params: object, format?: string): string
  close(): void
}

const folder = new URL('../../chdb/', import.meta.url)
export const isChdbHere: boolean = existsSync(new URL('node_modules/chdb/package.json', folder))

/** CI has it, where there is one to have. */
const isWanted = isChdbHere || (Boolean(process.env.CI) && process.platform === 'linux')

/** Tests on ClickHouse's engine. Where it is not installed they are passed over; in CI on Linux they fail for it. */
export const describeChdb: typeof describe.skip = isWanted ? describe : describe.skip
export const testChdb: typeof test.skip = isWanted ? test : test.skip

if (!isChdbHere) {
  const said = '[helptally] Expected chDB in packages/server/chdb, found none: npm run chdb -w @helptally/server'
  if (isWanted) throw new Error(said)
  console.warn(said)
}

/** ClickHouse in this process, with one data folder until the tests of the file are over. */
export interface Chdb {
  /** A change. */
  run(sql: string): void
  /** A statement of ours. */
  query<Row>(statement: Statement, params?: QueryParams): Row[]
  /** Empty tables, on one shard or on two. */
  createTables(shards?: 1 | 2): Promise<void>
  /** All rows of a DuckDB store, or of some of its tables, in the place of those that are here. */
  copy(store: Store, tables?: readonly string[]): Promise<void>
  /** The store, but for its questions, which are answered here. */
  answering(store: Store): Store
}

let opened: Promise<Chdb> | null = null

/** One for all tests of a file: a process has one data folder. */
export function chdb(): Promise<Chdb> {
  opened ??= openChdb()
  return opened
}

let closeAll: (() => Promise<void>) | null = null
afterAll(async () => closeAll?.())

let session: Session | null = null

/** The engine of this process. */
export async function chdbSession(): Promise<Session> {
  if (session) return session
  const { Session } = createRequire(new URL('package.json', folder))('chdb') as {
    Session: new (path: string) => Session
  }
  const path = await mkdtemp(join(tmpdir(), 'helptally-chdb-'))
  await writeFile(join(path, 'config.xml'), TWO_SHARDS)
  const before = process.cwd()
  // Where the engine looks for how it is configured.
  process.chdir(path)
  const opened = new Session(join(path, 'data'))
  process.chdir(before)
  session = opened
  closeAll = async () => {
    opened.close()
    await rm(path, { recursive: true, force: true, maxRetries: 10 })
  }
  return opened
}

/** A cluster whose shards are both this process: each part of a question knows by `shardNum()` which one it is. */
const TWO_SHARDS = `<clickhouse>
  <tcp_port>9000</tcp_port>
  <remote_servers>
    <two>
      <shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard>
      <shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard>
    </two>
  </remote_servers>
</clickhouse>`

/** Has each shard see its own visitors only, as `shardOf` deals them out. */
function spread({ name }: ClusterTable): string[] {
  const lastBits = 'reinterpretAsUInt32(reverse(unhex(substring(toString(visitor_id), 29, 8))))'
  return [
    `create or replace view ${name}_local as select * from ${name}_rows where ${lastBits} % 2 = shardNum() - 1`,
    `create table ${name} as ${name}_rows engine = Distributed(two, '', ${name}_local)`,
  ]
}

async function openChdb(): Promise<Chdb> {
  const session = await chdbSession()

  const run = (sql: string): void => void session.query(sql)

  function query<Row>(statement: Statement, params: QueryParams = {}): Row[] {
    const question = `${questionOf(statement, params)}\n${questionSettingsSql}`
    const isBound = Object.keys(params).length > 0
    const text = isBound ? session.queryBind(question, params, 'JSONCompact') : session.query(question, 'JSONCompact')
    const { meta, data } = JSON.parse(text) as { meta: Column[]; data: unknown[][] }
    return data.map((values) => toRow<Row>(meta, values))
  }

  let shards = 1
  /** Where the rows of a table are put. */
  const placeOf = ({ name, isSharded }: ClusterTable): string => (shards > 1 && isSharded ? `${name}_rows` : name)

  async function createTables(wanted = 1): Promise<void> {
    shards = wanted
    const beside = await mkdtemp(join(tmpdir(), 'helptally-scratch-'))
    const scratch = await openScratch(beside)
    for (const table of CLUSTER_TABLES) {
      for (const name of [table.name, `${table.name}_rows`]) run(`drop table if exists ${name} sync`)
      const columns = await columnsOf(scratch.query, table)
      const cluster = { shards: 1, clusterName: null, database: 'default' }
      const order = { columns, dialect: 'modern', isReplicated: false, cluster } as const
      for (const sql of createTable({ ...order, table: { ...table, name: placeOf(table) } })) run(sql)
      if (placeOf(table) !== table.name) for (const sql of spread(table)) run(sql)
    }
    await scratch.close()
    await rm(beside, { recursive: true, force: true })
  }

  async function copy(store: Store, tables?: readonly string[]): Promise<void> {
    for (const table of CLUSTER_TABLES) {
      if (tables && !tables.includes(table.name)) continue
      run(`truncate table ${placeOf(table)}`)
      const rows = await store.queryFacts<Record<string, unknown>>(`select * from ${table.name}`)
      if (rows.length === 0) continue
      if (!table.isReplaced) run(insertSql(table, rows, placeOf(table)))
      // What was told of later, gone and come back, and what was once and is gone.
      else
        for (const told of [{ version: 2 }, { version: 1, gone: 1 }, ONCE, { ...ONCE, version: 2, gone: 1 }]) {
          run(insertSql(table, rows, placeOf(table), told))
        }
    }
  }

  const answering = (store: Store): Store => ({
    ...store,
    query: async (statement, params) => query(statement, params),
    queryFacts: async (statement, params) => query(statement, params),
  })

  await createTables(process.env.CHDB_SHARDS === '2' ? 2 : 1)
  return { run, query, createTables, copy, answering }
}

/** What is said of a row that is replaced; `key` tells its rows from others of the same words. */
interface Told {
  readonly version: number
  readonly gone?: number
  readonly key?: number
}

const ONCE: Told = { version: 1, key: 1_000_000 }

function insertSql(
  table: ClusterTable,
  rows: readonly Record<string, unknown>[],
  place: string,
  told: Told = { version: 1 },
): string {
  const lines = rows.map((row, i) =>
    JSON.stringify(rowOf(table, row, i, told), (_, value) => (typeof value === 'bigint' ? Number(value) : value)),
  )
  return `insert into ${place} format JSONEachRow\n${lines.join('\n')}`
}

/** With the columns that DuckDB's have not. */
function rowOf(
  { name, isReplaced }: ClusterTable,
  row: Record<string, unknown>,
  i: number,
  { version, gone = 0, key = 0 }: Told,
): Record<string, unknown> {
  if (isReplaced) return { ...row, row_key: key + i, version, gone }
  if (name !== 'events') return { ...row, block: 'copied' }
  const inJson = (list: unknown) => (list === null ? null : JSON.stringify(list))
  const day = new Date(row.at as number).toISOString().slice(0, 10)
  return { ...row, filters: inJson(row.filters), offered: inJson(row.offered), day, block: 'copied' }
}
