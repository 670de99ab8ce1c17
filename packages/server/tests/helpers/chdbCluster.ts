import { randomUUID } from 'node:crypto'
import { oneAtATime } from '../../src/oneAtATime.js'
import { type Column, toRow } from '../../src/sql/clickhouse/rows.js'
import { questionSettingsSql } from '../../src/sql/clickhouse/settings.js'
import type { Block, Cluster } from '../../src/store/clickhouse/servers/cluster.js'
import type { QueryParams } from '../../src/store/store.js'
import { chdbSession } from './chdb.js'

const inTurn = oneAtATime()
let current = ''

/** ClickHouse's engine in this process, as a cluster of one server with a database of its own. */
export async function chdbCluster(): Promise<Cluster> {
  const session = await chdbSession()
  const database = `d${randomUUID().replaceAll('-', '')}`
  session.query(`create database ${database}`)

  /** A session has one database at a time. */
  const run = (sql: string, params: QueryParams = {}): Promise<string> =>
    inTurn(async () => {
      if (current !== database) session.query(`use ${database}`)
      current = database
      const isBound = Object.keys(params).length > 0
      const format = { format: 'JSONCompact' }
      return (await (isBound ? session.queryBindAsync(sql, params, format) : session.queryAsync(sql, format))).text()
    })

  async function query<Row>(sql: string, params?: QueryParams): Promise<Row[]> {
    const { meta, data } = JSON.parse(await run(`${sql}\n${questionSettingsSql}`, params)) as {
      meta: Column[]
      data: unknown[][]
    }
    return data.map((values) => toRow<Row>(meta, values))
  }

  const command: Cluster['command'] = async (sql) => void (await run(sql))
  const insert = async ({ table, rows, token }: Block): Promise<void> => {
    await run(`insert into ${table} settings insert_deduplication_token = '${token}' format JSONEachRow\n${rows}`)
  }
  return {
    name: `chDB ${database}`,
    database,
    clusterName: null,
    shards: 1,
    dialect: async () => 'modern',
    version: async () => (await query<{ version: string }>('select version() as version'))[0]!.version,
    query,
    queryShard: (_, sql, params) => query(sql, params),
    command,
    insert: (_, block) => insert(block),
    onOneReplica: (_, work) => work({ address: 'chDB', query, command, insert }),
    replicasOf: () => 1,
    queryReplica: (_, __, sql, params) => query(sql, params),
    warnings: () => [],
    async close() {},
  }
}
