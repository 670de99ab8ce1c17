import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Device, Via } from '@helptally/core'
import { bind, toNumbers } from '../store/duckdb/bind.js'
import type { QueryParams } from '../store/store.js'
import * as sql from './views.sql.js'

/** A view of an article as it was read: names in the place of addresses. */
export interface View {
  readonly id: string
  readonly visitor: string
  /** Epoch ms. */
  readonly at: number
  readonly page: string
  readonly article_id: string
  readonly lang: string | null
  readonly from_host: string
  readonly via: Via
  readonly device: Device | ''
}

/** A view that an earlier import made an event of. */
export interface KnownView {
  readonly id: string
  readonly visitor: string
  readonly at: number
  readonly tab: string
  readonly seq: number
  readonly session: string | null
}

/** Read now, known, or both. */
export type StagedView = {
  readonly [K in keyof Omit<View, 'id' | 'visitor' | 'at'>]: View[K] | null
} & { readonly [K in 'tab' | 'seq' | 'session']: KnownView[K] | null } & Pick<View, 'id' | 'visitor' | 'at'> & {
    /** The last number in its tab; null when it is not known. */
    readonly last_seq: number | null
    readonly is_read: boolean
  }

/** Of one file of the stage, before they are written. */
const CHARACTERS_AT_ONCE = 1_000_000

const SETTINGS = { threads: '2', memory_limit: '256MB', autoinstall_known_extensions: 'false' }

/**
 * Where views wait until all are read, because no log is in order and files come in any: on disk, so that memory does
 * not depend on their number. In a folder for its owner alone, which goes with `close`.
 */
export async function openStage(): Promise<Stage> {
  const duckdb = await import('@duckdb/node-api')
  const folder = await mkdtemp(join(tmpdir(), 'helptally-import-'))
  const instance = await duckdb.DuckDBInstance.create(join(folder, 'stage.duckdb'), {
    ...SETTINGS,
    temp_directory: folder,
  })
  const connection = await instance.connect()
  const [views, known] = [await openRows(join(folder, 'views')), await openRows(join(folder, 'known'))]

  async function run<Row>(statement: string, params: QueryParams = {}): Promise<Row[]> {
    const { values, types } = bind(duckdb, params)
    const result = await connection.runAndReadAll(statement, values, types)
    return result.getRowObjectsJS().map((row) => toNumbers<Row>(row))
  }

  return {
    addView: views.add,
    addKnown: known.add,
    async keepUp() {
      await views.keepUp()
      await known.keepUp()
    },
    async settleViews() {
      await run(sql.viewsSql, { file: await views.end() })
      const [span] = await run<{ views: number; first: number; last: number }>(sql.spanSql)
      return span!
    },
    async settleKnown() {
      await run(sql.knownSql, { file: await known.end() })
      const [found] = await run<{ n: number }>(sql.newViewsSql)
      return found!.n
    },
    async *inOrder() {
      const result = await connection.stream(sql.orderedViewsSql)
      for await (const rows of result.yieldRowObjectJs()) yield rows.map((row) => toNumbers<StagedView>(row))
    },
    async close() {
      await views.end()
      await known.end()
      connection.closeSync()
      instance.closeSync()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export interface Stage {
  addView(view: View): void
  addKnown(view: KnownView): void
  /** Writes down what was added. To be called now and then. */
  keepUp(): Promise<void>
  /** How many different views were added, and of which time (epoch ms). */
  settleViews(): Promise<{ readonly views: number; readonly first: number; readonly last: number }>
  /** How many of the views are new. */
  settleKnown(): Promise<number>
  /** Visitor by visitor in the order of time; views that are known among them. */
  inOrder(): AsyncGenerator<readonly StagedView[]>
  close(): Promise<void>
}

interface Rows<Row> {
  add(row: Row): void
  keepUp(): Promise<void>
  /** Resolves to the file. */
  end(): Promise<string>
}

async function openRows<Row>(path: string): Promise<Rows<Row>> {
  let file: FileHandle | null = await open(path, 'w')
  let text = ''
  const flush = async () => {
    const written = text
    text = ''
    await file?.write(written)
  }
  return {
    add(row) {
      text += `${JSON.stringify(row)}\n`
    },
    async keepUp() {
      if (text.length >= CHARACTERS_AT_ONCE) await flush()
    },
    async end() {
      await flush()
      await file?.close()
      file = null
      return path
    },
  }
}
