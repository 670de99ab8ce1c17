// fill.mjs --folder X --database postgres://… --website <id>: puts the events of a store that the server's bench/store.mjs
// has made into the database of an Umami 3.1, as it would keep them, by psql. Its indexes are made anew afterwards, as a load
// by hand would do it: row by row they take hours.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@helptally/server'
import { option } from '../../../packages/server/bench/children.mjs'
import { rowsFor } from './rows.mjs'

const [folder, database, website] = ['folder', 'database', 'website'].map((name) => {
  const value = option(name)
  if (!value) throw new Error(`Expected --${name}, got none.`)
  return value
})

const psql = (...commands) =>
  execFileSync('psql', [database, '-qAt', '-v', 'ON_ERROR_STOP=1', ...commands.flatMap((sql) => ['-c', sql])], {
    encoding: 'utf8',
  })

const csvs = mkdtempSync(join(tmpdir(), 'helptally-umami-'))
const store = openStore(`duckdb:${folder}`)
try {
  for (const [table, sql] of Object.entries(rowsFor(website))) {
    const csv = join(csvs, `${table}.csv`)
    await store.query(`copy (${sql}) to '${csv}' (format csv, header)`)
    const columns = (await store.query(`describe ${sql}`)).map(({ column_name }) => `"${column_name}"`)
    const indexes = psql(
      `select indexname, indexdef from pg_indexes where tablename = '${table}' and indexname not like '%_pkey'`,
    )
      .trim()
      .split('\n')
      .map((line) => line.split('|'))
    psql(...indexes.map(([name]) => `drop index "${name}"`), `truncate "${table}"`)
    psql(`\\copy "${table}" (${columns}) from '${csv}' with (format csv, header)`)
    psql(...indexes.map(([, definition]) => definition))
    rmSync(csv)
    console.log(`${table}: ${psql(`select count(*) from "${table}"`).trim()} rows`)
  }
  psql('vacuum analyze')
} finally {
  await store.close()
  rmSync(csvs, { recursive: true, force: true })
}
