import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countConversations } from '../../../conversations/countConversations.js'
import { foldSome } from '../../../facts/fold.js'
import { touchArrivedSql } from '../../../facts/touch.sql.js'
import type { StoredEvent } from '../../../log/storedEvent.js'
import * as drain from '../../duckdb/drain.sql.js'
import type { Engine } from '../../duckdb/engine.js'
import { DERIVED_TABLES, type DerivedTable } from '../tables/derivedTables.js'

/** A row of a derived table. */
export interface DerivedRow {
  readonly site: string
  readonly visitor: string
  readonly tab: string
  /** When it counts, epoch ms; null for a session whose start is not known. */
  readonly at: number | null
  /** All of it, as a JSON object. */
  readonly line: string
}

export type DerivedRows = ReadonlyMap<DerivedTable, readonly DerivedRow[]>

/** An event as it lies on a cluster, where lists are JSON. */
export type ClusterEvent = Omit<StoredEvent, 'filters' | 'offered'> & {
  readonly filters: string | null
  readonly offered: string | null
}

/**
 * What all events of some visitors come to, by the statements with which a DuckDB store keeps its tables: scratch holds
 * these events and no other. `folder` takes them on their way.
 */
export async function foldVisitors(
  scratch: Engine,
  folder: string,
  events: readonly ClusterEvent[],
): Promise<DerivedRows> {
  const path = join(folder, 'events.jsonl')
  await writeFile(path, events.map((event) => `${JSON.stringify(lineOf(event))}\n`).join(''))
  await scratch.transaction(async (run) => {
    for (const table of ['events', 'touched', ...DERIVED_TABLES.map(({ name }) => name)])
      await run(`delete from ${table}`)
    await run(drain.arriveSql, { segments: [path] })
    await run(drain.insertEventsSql)
    await run(touchArrivedSql)
    await run(drain.rollUpSql)
    await run(drain.insertSessionsSql)
    await countConversations(run)
  })
  while (await foldSome(scratch));
  return derivedRows(scratch)
}

/** The rows of a database that was folded. */
export async function derivedRows(scratch: Engine): Promise<DerivedRows> {
  const rows = new Map<DerivedTable, DerivedRow[]>()
  for (const table of DERIVED_TABLES) rows.set(table, await scratch.query<DerivedRow>(rowsSql(table)))
  return rows
}

/** As it lies in a log. */
export const lineOf = (event: ClusterEvent): unknown => ({
  ...event,
  filters: listOf(event.filters),
  offered: listOf(event.offered),
})

const listOf = (json: string | null): unknown => (json === null ? null : JSON.parse(json))

/** In an order that is the same each time, so that equal rows are told apart alike. ClickHouse's lists are never null. */
const rowsSql = ({ name, at, tab }: DerivedTable): string => `
select r.site, r.visitor_id::varchar as visitor, r.${tab}::varchar as tab, r.${at} as "at",
  replace(to_json(r)::varchar, ',"offered":null', ',"offered":[]') as line
from ${name} r
order by line`
