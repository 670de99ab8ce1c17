import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { DuckDBInstance } from '@duckdb/node-api'
import { makeFolder } from '../../makeFolder.js'
import { StoreUnavailable } from '../../storeUnavailable.js'
import type { QueryParams } from '../store.js'
import { bind, toNumbers } from './bind.js'
import { ensureDatabase } from './ensureDatabase.js'
import { damaged, firstLine, isDamage } from './faults.js'
import { migrate } from './migrate.js'

type DuckDB = typeof import('@duckdb/node-api')

/** Runs one statement, and resolves to its rows; for a change, to none. */
export type Run = <Row>(sql: string, params?: QueryParams) => Promise<Row[]>

/** The database, in this process. */
export interface Engine {
  readonly query: Run
  /** All or nothing: rolls back when `work` throws. */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>
  /** Once what runs has ended. */
  close(): Promise<void>
}

export const DATABASE_FILE = 'helptally.duckdb'

/** A second one nearly doubles what the drain costs: decision 23. */
const WRITING_THREADS = 1

/** Beside a web server: it must neither starve the JS thread's core nor the page cache. */
const SETTINGS = {
  threads: String(WRITING_THREADS),
  memory_limit: '512MB',
  // Every statement that needs an order says so; keeping the file's would cost memory on large segments.
  preserve_insertion_order: 'false',
  autoinstall_known_extensions: 'false',
  // What the last process left is answered for before it is written a second time.
  checkpoint_threshold: '64MB',
  // By itself DuckDB puts the pieces of tables together at each checkpoint, which takes longer than all else.
  max_vacuum_tasks: '0',
}

/** A question takes half as long with two, and is over soon. */
const ANSWERING_THREADS = Math.min(2, availableParallelism())

/**
 * What a killed process leaves in the write-ahead log is replayed before anything is answered, and a checkpoint holds up
 * the drain that sets it off. So the log is kept short, but only from the first drain on, which then is no such drain.
 */
export const keepReplayShortSql = `
set checkpoint_threshold = '16MB'`

/** Throws `StoreUnavailable` when the file cannot be had, and may be called again. */
export async function openEngine(folder: string): Promise<Engine> {
  const duckdb = await import('@duckdb/node-api')
  const file = join(folder, DATABASE_FILE)
  const instance = await makeFolder(folder)
    .then(() => ensureDatabase(duckdb, file))
    .then(() => duckdb.DuckDBInstance.create(file, SETTINGS))
    .catch((error: unknown) => {
      throw cannotOpen(folder, error)
    })
  return readied(createEngine(duckdb, instance, folder), folder)
}

/** A database in memory with the tables of a store, for the time of a computation; `folder` takes what does not fit. */
export async function openScratch(folder: string): Promise<Engine> {
  const duckdb = await import('@duckdb/node-api')
  await makeFolder(folder)
  const instance = await duckdb.DuckDBInstance.create(':memory:', {
    ...SETTINGS,
    temp_directory: join(folder, 'scratch'),
  })
  return readied(createEngine(duckdb, instance, folder), folder)
}

async function readied(engine: Engine, folder: string): Promise<Engine> {
  await migrate(engine, folder).catch(async (error: unknown) => {
    await engine.close()
    throw error
  })
  return engine
}

function createEngine(duckdb: DuckDB, instance: DuckDBInstance, folder: string): Engine {
  let isClosed = false
  const running = new Set<Promise<unknown>>()
  function connected<T>(work: (run: Run) => Promise<T>): Promise<T> {
    const result = connect(work)
    running.add(result)
    const forget = () => running.delete(result)
    result.then(forget, forget)
    return result
  }

  async function connect<T>(work: (run: Run) => Promise<T>): Promise<T> {
    if (isClosed) throw new Error(`[helptally] The store ${folder} was closed while it was asked.`)
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

  let threads = WRITING_THREADS
  let questions = 0
  /** One setting for the whole database, so it is only touched when it has to change. */
  async function useThreads(run: Run, wanted: number): Promise<void> {
    if (threads === wanted) return
    threads = wanted
    await run(`set threads = ${wanted}`)
  }

  return {
    query: <Row>(sql: string, params?: QueryParams) =>
      connected(async (run) => {
        questions++
        try {
          await useThreads(run, ANSWERING_THREADS)
          return await run<Row>(sql, params)
        } finally {
          questions--
        }
      }),
    transaction: (work) =>
      connected(async (run) => {
        if (questions === 0) await useThreads(run, WRITING_THREADS)
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
    async close() {
      isClosed = true
      // DuckDB ends the process when it is closed while a connection is made.
      while (running.size > 0) await Promise.allSettled(running)
      instance.closeSync()
    },
  }
}

/** Whether the engine was not opened because another process has it. */
export const isHeld = (error: unknown): boolean => error instanceof HeldByAnother

class HeldByAnother extends StoreUnavailable {}

const HELD = /lock is held in (.*?\(PID \d+\))|already open in\s+(.*?\(PID \d+\))|being used by another process/

function cannotOpen(folder: string, error: unknown): StoreUnavailable {
  const message = error instanceof Error ? error.message : String(error)
  const held = HELD.exec(message)
  if (held) {
    const holder = held[1] ?? held[2] ?? 'which the system does not name'
    return new HeldByAnother(
      `[helptally] The store ${folder} is held by another process, ${holder}, which answers no questions. Events are ` +
        'taken and safe. Expected a process of your site, or none: stop that one (a database shell, say).',
      { cause: error },
    )
  }
  if (isDamage(error)) return damaged(folder, error)
  return new StoreUnavailable(
    `[helptally] The store ${folder} cannot be opened (${firstLine(error)}). Expected a folder that this ` +
      'process may write, on a disk with free space: mend that, or name another folder in HELPTALLY_STORE.',
    { cause: error },
  )
}
