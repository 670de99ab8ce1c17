import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { StoreUnavailable } from '../../storeUnavailable.js'
import type { QueryParams } from '../store.js'
import { bind, toNumbers } from './bind.js'
import { schemaSql } from './schema.sql.js'

/** Runs one statement, and resolves to its rows; for a change, to none. */
export type Run = <Row>(sql: string, params?: QueryParams) => Promise<Row[]>

/** What answers queries: here the database in this process. Another process's owner could stand in its place. */
export interface Engine {
  readonly query: Run
  /** All or nothing: rolls back when `work` throws. */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>
  close(): void
}

/** Beside a web server: it must neither starve the JS thread's core nor the page cache. */
const SETTINGS = {
  threads: '2',
  memory_limit: '512MB',
  // Every statement that needs an order says so; keeping the file's would cost memory on large segments.
  preserve_insertion_order: 'false',
  autoinstall_known_extensions: 'false',
}

/** Throws `StoreUnavailable` when the file cannot be had, and may be called again. */
export async function openEngine(folder: string): Promise<Engine> {
  const duckdb = await import('@duckdb/node-api')
  const file = join(folder, 'helptally.duckdb')
  const instance = await mkdir(folder, { recursive: true })
    .then(() => duckdb.DuckDBInstance.create(file, SETTINGS))
    .catch((error: unknown) => {
      throw cannotOpen(folder, error)
    })

  async function connected<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const connection = await instance.connect()
    try {
      return await work(async (sql, params = {}) => {
        const { values, types } = bind(duckdb, params)
        const result = await connection.runAndReadAll(sql, values, types)
        return result.getRowObjectsJS().map((row) => toNumbers(row))
      })
    } finally {
      connection.closeSync()
    }
  }

  const engine: Engine = {
    query: (sql, params) => connected((run) => run(sql, params)),
    transaction: (work) =>
      connected(async (run) => {
        await run('begin')
        try {
          const result = await work(run)
          await run('commit')
          return result
        } catch (error) {
          await run('rollback').catch(() => undefined)
          throw error
        }
      }),
    close: () => instance.closeSync(),
  }
  for (const statement of schemaSql) await engine.query(statement)
  return engine
}

function cannotOpen(folder: string, error: unknown): StoreUnavailable {
  const message = error instanceof Error ? error.message : String(error)
  const holder = /lock is held in (.*?\(PID \d+\))/.exec(message)?.[1]
  if (holder) {
    return new StoreUnavailable(
      `[helptally] The store ${folder} is held by another process, ${holder}. ` +
        'Its events are safe, and that process answers for them: ask it, or stop it first.',
      { cause: error },
    )
  }
  return new StoreUnavailable(
    `[helptally] The store ${folder} cannot be opened (${message.split('\n')[0]}). Expected a folder that this ` +
      'process may write, on a disk with free space: mend that, or name another folder in HELPTALLY_STORE.',
    { cause: error },
  )
}
