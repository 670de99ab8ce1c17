import type { Engine, Run } from '../store/duckdb/engine.js'
import type { GapChange, GapChanged, GapChangeOrder } from './gapWork.js'
import {
  clusterOfSql,
  insertChangeSql,
  nextChangeSql,
  queriesInSql,
  standingChangeSql,
  tangledSql,
  undoChangeSql,
  valuesOfGapSql,
} from './gapWork.sql.js'

/** What a change says of one query. */
interface Said {
  readonly query: string
  readonly field: string
  readonly value: string
}

/** Keeps a change whole, or says why it cannot be. */
export function changeGaps(engine: Engine, order: GapChangeOrder): Promise<GapChanged> {
  return engine
    .transaction(async (run) => {
      const { change } = order
      return change.do === 'undo' ? undo(run, order, change.nr) : keep(run, order, await saidBy(run, order, change))
    })
    .catch((error: unknown) => {
      if (error instanceof Conflict) return { conflict: error.message }
      throw error
    })
}

/** Takes the transaction back. */
class Conflict extends Error {}

async function saidBy(run: Run, { site }: GapChangeOrder, change: Exclude<GapChange, { do: 'undo' }>): Promise<Said[]> {
  const home = await clusterOf(run, site, change.query)
  switch (change.do) {
    case 'set': {
      const values = await run<{ field: string; value: string }>(valuesOfGapSql, { site, query: home })
      const said = new Map(values.map(({ field, value }) => [field, value]))
      const before = (field: string) => said.get(field) ?? (field === 'status' ? 'open' : '')
      return Object.entries(change.to)
        .filter(([field, value]) => value !== before(field))
        .map(([field, value]) => ({ query: home, field, value }))
    }
    case 'merge': {
      const into = await clusterOf(run, site, change.into)
      if (into === home) return []
      const others = await run<{ query: string }>(queriesInSql, { site, cluster: home })
      return [home, ...others.map(({ query }) => query)].map((query) => ({ query, field: 'cluster', value: into }))
    }
    case 'split':
      return home === change.query ? [] : [{ query: change.query, field: 'cluster', value: change.query }]
  }
}

async function clusterOf(run: Run, site: string, query: string): Promise<string> {
  const [found] = await run<{ cluster: string }>(clusterOfSql, { site, query })
  return found?.cluster ?? query
}

async function keep(run: Run, { site, at, by, change }: GapChangeOrder, said: readonly Said[]): Promise<GapChanged> {
  if (said.length === 0) return { nr: null }
  const [next] = await run<{ nr: number }>(nextChangeSql)
  const { nr } = next!
  await run(insertChangeSql, {
    ...{ nr, site, did: change.do, at, by },
    queries: said.map(({ query }) => query),
    fields: said.map(({ field }) => field),
    values: said.map(({ value }) => value),
  })
  return { nr }
}

async function undo(run: Run, { site, by }: GapChangeOrder, nr: number): Promise<GapChanged> {
  const [standing] = await run<{ rows: number }>(standingChangeSql, { site, nr })
  if (standing!.rows === 0) throw new Conflict(`No change ${nr} of this site holds: it was taken back, or never made`)
  await run(undoChangeSql, { site, nr, by })
  const [tangled] = await run<{ query: string; cluster: string }>(tangledSql, { site })
  if (!tangled) return { nr }
  throw new Conflict(
    `"${tangled.query}" would lie in "${tangled.cluster}", which was put together with another since: take that back first`,
  )
}
