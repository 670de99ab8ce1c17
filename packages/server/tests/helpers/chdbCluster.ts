import { randomUUID } from 'node:crypto'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { oneAtATime } from '../../src/oneAtATime.js'
import type { Cluster } from '../../src/store/clickhouse/cluster.js'

type Chdb = typeof import('../../chdb/node_modules/chdb/index.js')

const SETTINGS = [
  'final = 1',
  'do_not_merge_across_partitions_select_final = 1',
  'join_use_nulls = 1',
  'aggregate_functions_null_for_empty = 1',
  'output_format_json_quote_64bit_integers = 0',
].join(', ')

const load = createRequire(join(process.cwd(), 'chdb', 'package.json'))

let session: InstanceType<Chdb['Session']> | null = null
const inTurn = oneAtATime()
let current = ''

afterAll(() => session?.close())

/** ClickHouse's engine in this process, as a cluster of one server with a database of its own. */
export async function chdbCluster(): Promise<Cluster> {
  const { Session } = load('chdb') as Chdb
  session ??= new Session(join(tmpdir(), `helptally-chdb-${process.pid}-${Date.now()}`))
  const database = `d${randomUUID().replaceAll('-', '')}`
  session.query(`create database ${database}`)

  const run = (sql: string, format = 'JSONCompact'): Promise<string> =>
    inTurn(async () => {
      if (current !== database) session!.query(`use ${database}`)
      current = database
      const result = await session!.queryAsync(sql, { format })
      return result.text()
    })

  async function query<Row>(sql: string): Promise<Row[]> {
    const text = await run(`${sql}\nsettings ${SETTINGS}`)
    const { meta, data } = JSON.parse(text) as { meta: { name: string }[]; data: unknown[][] }
    return data.map((row) => Object.fromEntries(row.map((value, i) => [meta[i]!.name, value])) as Row)
  }

  return {
    name: `chDB ${database}`,
    database,
    clusterName: null,
    shards: 1,
    dialect: async () => 'modern',
    version: async () => (await query<{ v: string }>('select version() as v'))[0]!.v,
    query,
    queryShard: (_, sql) => query(sql),
    async command(sql) {
      await run(sql)
    },
    async insert(_, { table, rows, token }) {
      await run(`insert into ${table} settings insert_deduplication_token = '${token}' format JSONEachRow\n${rows}`)
    },
    warnings: () => [],
    async close() {},
  }
}
