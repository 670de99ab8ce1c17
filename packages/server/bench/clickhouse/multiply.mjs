// multiply.mjs --folder X [--times 4]: so many times the readers of the store in X, in both engines: copies of each row with
// ids of their own, which is how a larger store is had in minutes. X is what store.mjs and copy.mjs have made.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { DERIVED_TABLES } from '../../dist/store/clickhouse/tables/derivedTables.js'
import { CLUSTER_TABLES, OWN_TABLES } from '../../dist/store/clickhouse/tables/tables.js'
import { DATABASE_FILE } from '../../dist/store/duckdb/engine.js'
import { machine, option } from '../children.mjs'
import { clusterOf, startClickhouse } from './cluster.mjs'

const HEX = '0123456789abcdef'
const NONE = '00000000-0000-0000-0000-000000000000'

const folder = option('folder')
if (!folder) throw new Error('Expected --folder <a folder that copy.mjs has filled>, got none.')
const times = Number(option('times', 4))
if (!(times > 1 && times <= HEX.length)) throw new Error(`Expected --times 2 to ${HEX.length}, got ${times}.`)
const copies = Array.from({ length: times - 1 }, (_, i) => i + 1)
/** Tables with a row for each thing that readers did. */
const MULTIPLIED = ['events', ...DERIVED_TABLES.map(({ name }) => name)]

/** The last digit of an id, which is random, turned: nothing else has that id. */
const turned = (copy) => HEX.slice(copy) + HEX.slice(0, copy)

const idOf = (text) =>
  `toUUID(concat(left(${text}, 35), substring('${HEX}', 1 + (position('${HEX}', right(${text}, 1)) - 1 + copy) % 16, 1)))`

console.log(await machine())
await multiplyDuckdb()
await multiplyClickhouse()
console.log(await machine())

async function multiplyDuckdb() {
  const files = join(folder, 'files')
  const instance = await DuckDBInstance.create(join(folder, DATABASE_FILE), {
    memory_limit: '6GB',
    temp_directory: files,
  })
  const connection = await instance.connect()
  const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS()
  for (const table of MULTIPLIED) {
    const columns = await rowsOf(
      `select c.column_name as name, c.data_type as type from duckdb_columns() c where c.table_name = '${table}' and c.schema_name = 'main' order by c.column_index`,
    )
    const at = columns.find(({ name }) => ['counts_at', 'started_at', 'at'].includes(name)).name
    const copyOf = (copy) => {
      const texts = columns.map(({ name, type }) => {
        const id = `(left("${name}"::varchar, 35) || translate(right("${name}"::varchar, 1), '${HEX}', '${turned(copy)}'))::uuid`
        return type === 'UUID' ? `${id} as "${name}"` : `"${name}"`
      })
      return `select ${texts.join(', ')} from single`
    }
    await connection.run(`create or replace table single as select * from ${table}`)
    await connection.run(`truncate ${table}`)
    const all = ['select * from single', ...copies.map(copyOf)].join(' union all by name ')
    await connection.run(`insert into ${table} by name select * from (${all}) order by "${at}"`)
    await connection.run('drop table single')
    await connection.run('checkpoint')
    const [{ n }] = await rowsOf(`select count(*)::int as n from ${table}`)
    console.log(`duckdb ${table}: ${n} rows`)
  }
  connection.closeSync()
  instance.closeSync()
  await rm(files, { recursive: true, force: true })
}

async function multiplyClickhouse() {
  const server = await startClickhouse(join(folder, 'clickhouse'))
  const cluster = clusterOf(server.port)
  for (const table of [...MULTIPLIED, 'ties']) {
    const columns = await cluster.query(
      `select name, type from system.columns where database = 'default' and table = '${table}' order by position`,
    )
    const { partition } = [...CLUSTER_TABLES, ...OWN_TABLES].find(({ name }) => name === table)
    const months = await cluster.query(`select distinct ${partition} as month from ${table}`)
    const texts = columns.map(({ name, type }) => {
      if (type === 'UUID') return idOf(`toString(${name})`)
      if (type === 'Nullable(UUID)') return `if(isNull(${name}), null, ${idOf(`ifNull(toString(${name}), '${NONE}')`)})`
      return name === 'row_key' ? 'bitXor(row_key, copy)' : `\`${name}\``
    })
    const names = columns.map(({ name }) => `\`${name}\``).join(', ')
    // Month by month, so that no insert has too many partitions.
    for (const { month } of months) {
      await cluster.command(
        `insert into ${table} (${names}) select ${texts.join(', ')} from ${table} array join [${copies}] as copy where ${partition} = ${month}`,
      )
    }
    await cluster.command(`optimize table ${table} final`)
    const [{ n }] = await cluster.query(`select count(*) as n from ${table}`)
    console.log(`clickhouse ${table}: ${n} rows`)
  }
  await server.end()
}
