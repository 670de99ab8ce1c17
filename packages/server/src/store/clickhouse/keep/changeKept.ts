import type { Engine, Run } from '../../duckdb/engine.js'
import { changesOf, type RowPlace } from '../derive/changes.js'
import { caughtUp } from '../derive/standing.js'
import type { Held } from '../derive/whileHeld.js'
import type { Cluster } from '../servers/cluster.js'
import { insertBlock } from '../tables/insertRows.js'

/** What a store keeps as it was told, and no event. All of it lies on the first shard. */
export const KEPT_TABLES = ['tickets', 'annotations', 'gap_changes', 'erased', 'removed'] as const
export type KeptTable = (typeof KEPT_TABLES)[number]

/** Servers before 22 know no `true`. */
const ALL = '1 = 1'

/** Some rows of a table. */
export interface KeptRows {
  readonly table: KeptTable
  /** A condition in ClickHouse's SQL. Default: all. */
  readonly where?: string
}

export interface Keeper {
  readonly cluster: Cluster
  readonly scratch: Engine
  readonly held: Held
}

/**
 * Has these rows changed by what changes them in a DuckDB store: it finds them in `scratch`, and no others, and what it
 * leaves there is written to the cluster.
 */
export async function changeKept<T>(
  { cluster, scratch, held }: Keeper,
  concerned: readonly KeptRows[],
  change: (engine: Engine) => Promise<T>,
): Promise<T> {
  const whole = await caughtUp(
    cluster,
    concerned.map(({ table }) => table),
  )
  for (const table of KEPT_TABLES) await scratch.query(`delete from ${table}`)
  const places = new Map<KeptTable, RowPlace[]>(concerned.map(({ table }) => [table, []]))
  for (const { table, where = ALL } of concerned) {
    const rows = await keptRows(whole, table, where)
    places.get(table)!.push(...rows.map(placeOf))
    await insertKept(scratch.query, table, rows)
  }
  const result = await change(scratch)
  for (const [table, there] of places) {
    const lines = await scratch.query<{ line: string }>(
      `select to_json(r)::varchar as line from ${table} r order by line`,
    )
    const { added, gone } = changesOf(
      lines.map(({ line }) => ({ site: '', visitor: '', at: null, line })),
      there,
    )
    held.mustHold()
    const version = held.nextVersion()
    const written = [
      ...added.map(
        ({ row_key, line }) => `${line.slice(0, -1)},"row_key":"${row_key}","version":"${version}","gone":0}\n`,
      ),
      ...gone.map(({ row_key, site }) => `${JSON.stringify({ ...(site && { site }), row_key, version, gone: 1 })}\n`),
    ]
    if (written.length === 0) continue
    await insertBlock(cluster, 0, { table, rows: written.join(''), token: `${table}/${version}` })
  }
  return result
}

type KeptRow = Readonly<Record<string, unknown>>

/** Rows as they lie on the cluster, `key` beside their own columns. */
export const keptRows = (cluster: Cluster, table: KeptTable, where: string = ALL): Promise<KeptRow[]> =>
  cluster.queryShard<KeptRow>(
    0,
    `select t.*, toString(t.row_key) as key from ${table} t final where t.gone = 0 and (${where})`,
  )

const placeOf = ({ key, site }: KeptRow): RowPlace => ({
  row_key: String(key),
  site: typeof site === 'string' ? site : '',
  visitor_id: '',
  at: null,
})

const structureSql = `
select json_group_object(c.column_name, c.data_type)::varchar as structure
from duckdb_columns() c
where c.table_name = $table and c.schema_name = 'main'`

/** Into the table of the same name of a DuckDB store. What only a cluster has of them is left out. */
export async function insertKept(run: Run, table: string, rows: readonly KeptRow[]): Promise<void> {
  if (rows.length === 0) return
  const [found] = await run<{ structure: string }>(structureSql, { table })
  const sql = `insert into ${table} by name select unnest(from_json($rows, '[${found!.structure}]'), recursive := true)`
  await run(sql, { rows: JSON.stringify(rows) })
}
