import { join } from 'node:path'
import { listRepeated, settleLedger, turnErased } from '../../../ledger/settle.js'
import { cutTornLine } from '../../../log/cutTornLine.js'
import { arriveSql } from '../../duckdb/drain.sql.js'
import type { Engine, Run } from '../../duckdb/engine.js'
import { blocksOf, type Plan, type PlannedEvent } from './plan.js'
import * as sql from './plan.sql.js'

/** What the cluster is asked before a plan is made. */
export interface OnCluster {
  readonly shards: number
  /** Those of these events that it has. */
  known(events: readonly ArrivedId[]): Promise<string[]>
  /** Who is to be kept out. */
  erased(): Promise<readonly { readonly visitor_hash: string; readonly erased_at: number }[]>
}

export interface ArrivedId {
  readonly id: string
  readonly visitor: string
}

export interface PlanOrder {
  readonly folder: string
  readonly segment: string
  readonly boot: string
  /** Epoch ms. */
  readonly now: number
  readonly rowsAtOnce?: number
}

/** Settles what becomes of each line of a segment, as the drain of a DuckDB store does, by the same statements. */
export function makePlan(scratch: Engine, cluster: OnCluster, order: PlanOrder): Promise<Plan> {
  const { folder, segment, boot, now, ...sizes } = order
  return scratch.transaction(async (run) => {
    for (const statement of sql.emptyPlanSql) await run(statement)
    await cutTornLine(join(folder, segment))
    await run(arriveSql, { segments: [join(folder, segment)] })
    await listRepeated(run)
    const erased = await cluster.erased()
    if (erased.length > 0) await turnThoseErased(run, erased)
    const known = await cluster.known(await run<ArrivedId>(sql.arrivedIdsSql))
    if (known.length > 0) await run(sql.turnOnClusterSql, { known })
    await settleLedger(run)
    const rows = {
      segment,
      events: await run<PlannedEvent>(sql.eventRowsSql, { shards: cluster.shards }),
      ledger: await linesOf(run, sql.ledgerRowsSql),
      ledgerEvents: await linesOf(run, sql.ledgerEventRowsSql),
      ...sizes,
    }
    return { segment, boot, madeAt: now, blocks: blocksOf(rows) }
  })
}

async function turnThoseErased(
  run: Run,
  erased: readonly { readonly visitor_hash: string; readonly erased_at: number }[],
): Promise<void> {
  await run(sql.keepErasedSql, { hashes: erased.map(({ visitor_hash }) => visitor_hash) })
  await turnErased(run)
}

const linesOf = async (run: Run, statement: string): Promise<string[]> =>
  (await run<{ line: string }>(statement)).map(({ line }) => line)
