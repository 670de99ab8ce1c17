// reader.mjs <mode> <folder>: reads reports in a process of its own, and says how long each took.
//   ours  by the store, as the collector and the dashboard read them; says which statements it took
//   raw   the same statements by the database's own driver, with the engine's settings and nothing else
import { join } from 'node:path'
import { openStore, parseReportQuery, readReport } from '@helptally/server'
import { bind } from '../dist/store/duckdb/bind.js'
import { DATABASE_FILE } from '../dist/store/duckdb/engine.js'

const [, , mode, folder, settings] = process.argv
let close = () => undefined
const read = mode === 'ours' ? await readerOfStore() : await readerOfDatabase(JSON.parse(settings))

async function readerOfStore() {
  const store = openStore(`duckdb:${folder}`)
  close = store.close
  let statements = []
  const told =
    (ask) =>
    (sql, params = {}) => {
      statements.push({ sql, params })
      return ask(sql, params)
    }
  const watched = { ...store, query: told(store.query), queryFacts: told(store.queryFacts) }
  const found = await store.query(
    `select s.name, s.value from duckdb_settings() s
     where s.name in ('threads', 'memory_limit', 'preserve_insertion_order')`,
  )
  process.send({ settings: Object.fromEntries(found.map(({ name, value }) => [name, value])) })
  return async ({ report, params, now }) => {
    statements = []
    const startedAt = performance.now()
    const parsed = parseReportQuery(params, now)
    if (!parsed.ok) throw new Error(parsed.reason)
    const { rows } = await readReport(watched, report, parsed.query, now)
    return { ms: performance.now() - startedAt, rows: rows.length, statements }
  }
}

async function readerOfDatabase(settings) {
  const duckdb = await import('@duckdb/node-api')
  const instance = await duckdb.DuckDBInstance.create(join(folder, DATABASE_FILE), settings)
  const connection = await instance.connect()
  process.send({ settings })
  return async ({ statements }) => {
    const startedAt = performance.now()
    let rows = 0
    for (const { sql, params } of statements) {
      const { values, types } = bind(duckdb, params)
      rows += (await connection.runAndReadAll(sql, values, types)).getRowObjectsJS().length
    }
    return { ms: performance.now() - startedAt, rows }
  }
}

const used = () => ({
  ...process.cpuUsage(),
  rss: process.memoryUsage.rss(),
  maxRss: process.resourceUsage().maxRSS * 1_024,
})

process.on('disconnect', async () => {
  await close()
  process.exit()
})
process.on('message', async (message) => {
  if (message === 'memory') process.send(used())
  else process.send(await read(message).catch((error) => ({ error: error.stack })))
})
