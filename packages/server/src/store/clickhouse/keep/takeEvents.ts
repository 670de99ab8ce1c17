import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { countConversations } from '../../../conversations/countConversations.js'
import { touchArrivedSql } from '../../../facts/touch.sql.js'
import { listRepeated } from '../../../ledger/settle.js'
import { keepEventsSql } from '../../../ledger/settle.sql.js'
import * as drain from '../../duckdb/drain.sql.js'
import type { Engine } from '../../duckdb/engine.js'
import { type ClusterEvent, lineOf } from '../derive/foldVisitors.js'

/**
 * Takes events of a cluster into a DuckDB store, and into no ledger, as its drain takes what arrives. Facts are folded
 * when somebody asks. `folder` takes the events on their way.
 */
export async function takeEvents(engine: Engine, folder: string, events: readonly ClusterEvent[]): Promise<void> {
  if (events.length === 0) return
  const path = join(folder, 'events.jsonl')
  await writeFile(path, events.map((event) => `${JSON.stringify(lineOf(event))}\n`).join(''))
  await engine.transaction(async (run) => {
    await run(drain.arriveSql, { segments: [path] })
    await listRepeated(run)
    await run(keepEventsSql)
    await run(drain.insertEventsSql)
    await run(touchArrivedSql)
    await run(drain.rollUpSql)
    await run(drain.dropRolledSql)
    await run(drain.insertSessionsSql)
    if (events.some(({ channel }) => channel !== 'help')) await countConversations(run)
  })
  await rm(path)
}
