// copy.mjs --folder X: the tables of the DuckDB store in X, which store.mjs has made, as a ClickHouse's in X/clickhouse, row
// by row the same: events as they would have been shipped, derived rows with the keys that deriving would give them.
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore } from '@helptally/server'
import { DERIVED_TABLES } from '../../dist/store/clickhouse/tables/derivedTables.js'
import { readyCluster } from '../../dist/store/clickhouse/tables/readyCluster.js'
import { CLUSTER_TABLES } from '../../dist/store/clickhouse/tables/tables.js'
import { DATABASE_FILE, openScratch } from '../../dist/store/duckdb/engine.js'
import { machine, option } from '../children.mjs'
import { clusterOf, startClickhouse } from './cluster.mjs'

const folder = option('folder')
if (!folder) throw new Error('Expected --folder <a folder that store.mjs has filled>, got none.')
/** About as many as come in a block. */
const ROWS_IN_BLOCK = 14_000

console.log(await machine())
const store = openStore(`duckdb:${folder}`)
await store.queryFacts('select 1')
await store.close()
const target = join(folder, 'clickhouse')
const files = join(folder, 'files')
await rm(target, { recursive: true, force: true })
await mkdir(files, { recursive: true })
const scratch = await openScratch(files)
const server = await startClickhouse(target)
const cluster = clusterOf(server.port)
await readyCluster(cluster, scratch.query)
const duckdb = await import('@duckdb/node-api')
const instance = await duckdb.DuckDBInstance.create(join(folder, DATABASE_FILE), {
  access_mode: 'READ_ONLY',
  memory_limit: '3GB',
  temp_directory: files,
})
const connection = await instance.connect()

const tiesSql = `
insert into ties
select tie, visitor_id, min(day)
from (
  select arrayJoin(arrayFilter(x -> isNotNull(x), [toNullable(tab_id), session_id, opened_from, query_id])) as tie, visitor_id, day
  from events
)
group by tie, visitor_id, toYYYYMM(day)
settings max_partitions_per_insert_block = 1000`
for (const table of CLUSTER_TABLES) await copyTable(table)
await cluster.command(tiesSql)
await server.end()
instance.closeSync()
await scratch.close()
await rm(files, { recursive: true })
console.log(await machine())

async function copyTable(table) {
  const startedAt = performance.now()
  const reader = await connection.runAndReadAll(
    `select c.column_name as name, c.data_type as type from duckdb_columns() c where c.table_name = '${table.name}' and c.schema_name = 'main' order by c.column_index`,
  )
  const columns = reader.getRowObjectsJS()
  const texts = columns.map(({ name, type }) => {
    if (type === 'UUID') return `r."${name}"::varchar as "${name}"`
    if (table.name === 'events' && type.endsWith('[]')) return `to_json(r."${name}")::varchar as "${name}"`
    return `r."${name}"`
  })
  const selected = `select ${[...texts, ...moreOf(table.name)].join(', ')} from ${table.name} r`
  const names = [...columns.map(({ name }) => name), ...moreNames(table.name)].map((name) => `\`${name}\``).join(', ')
  // Month by month, so that no insert has too many partitions.
  const at = columns.find(({ name }) => ['counts_at', 'started_at', 'at', 'slot', 'received_at'].includes(name))?.name
  const own = DERIVED_TABLES.find(({ name }) => name === table.name)?.at ?? (table.name === 'events' ? 'at' : at)
  const months = own
    ? (
        await connection.runAndReadAll(
          `select distinct strftime(make_timestamp(coalesce(r."${own}", 0) * 1000), '%Y-%m') as month from ${table.name} r order by 1`,
        )
      )
        .getRowObjectsJS()
        .map(({ month }) => month)
    : [null]
  for (const month of months) {
    const file = join(files, 'rows.parquet')
    const where = month ? ` where strftime(make_timestamp(coalesce(r."${own}", 0) * 1000), '%Y-%m') = '${month}'` : ''
    await connection.run(`copy (${selected}${where}) to '${file}' (format parquet, compression lz4)`)
    await cluster.command(`insert into ${table.name} (${names}) select ${names} from file('${file}', Parquet)`)
    await rm(file)
  }
  const [{ n }] = await cluster.query(`select count(*) as n from ${table.name}`)
  console.log(`${table.name}: ${n} rows, ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
}

function moreNames(name) {
  if (name === 'events') return ['day', 'block']
  return name.startsWith('ledger') ? ['block'] : ['row_key', 'version', 'gone']
}

function moreOf(name) {
  const block = `'0123456789ab-' || (row_number() over () // ${ROWS_IN_BLOCK})::varchar || '/0/0' as block`
  if (name === 'events') return [`make_timestamp(r."at" * 1000)::date as day`, block]
  if (name.startsWith('ledger')) return [block]
  const line = 'to_json(r)::varchar'
  return [
    `('0x' || left(sha1((row_number() over (partition by ${line}))::varchar || ' ' || ${line}), 16))::ubigint as row_key`,
    ...['1::ubigint as version', '0::utinyint as gone'],
  ]
}
