import { replicatedTables } from './settle.mjs'

/** What became of the events, without FINAL: one row for each that was acknowledged, on one shard, on each of its replicas. */
export async function eventsOf({ nodes, shards, acknowledged }) {
  const copies = await copiesOf(nodes[0], 'events')
  const lost = [...acknowledged].filter((id) => !copies.has(id)).length
  const doubled = [...copies.values()].filter((n) => n > 1).length
  const counts = await Promise.all(shards.flatMap((replicas) => replicas.map((node) => rowsOf(node, 'events_local'))))
  return { acknowledged: acknowledged.size, stored: copies.size, lost, doubled, 'on each replica': counts }
}

/** Sessions as the rulebook finds them in the events that were sent, beside those that were derived. */
export async function sessionsOf({ nodes, sites, sessions }) {
  const rows = await nodes[0].ask('select toString(id) as id, events from sessions final where gone = 0')
  const derived = new Map(rows.map(({ id, events }) => [id, events]))
  const missing = [...sessions.keys()].filter((id) => !derived.has(id)).length
  const others = [...derived.keys()].filter((id) => !sessions.has(id)).length
  const different = [...derived].filter(([id, events]) => sessions.has(id) && sessions.get(id) !== events).length
  const told = await sites.at(-1).counted()
  return {
    counted: sessions.size,
    derived: derived.size,
    doubled: rows.length - derived.size,
    missing,
    others,
    different,
    told: told.sessions,
  }
}

const OUTCOMES = ['accepted', 'duplicate', 'late', 'bot', 'test', 'consent_missing', 'invalid', 'over_limit']

/** What the ledger says of all that came. Of an attempt that was not acknowledged nobody knows whether it was taken. */
export async function ledgerOf({ nodes }) {
  const sums = ['received', ...OUTCOMES].map((column) => `sum(${column}) as ${column}_sum`)
  const [row] = await nodes[0].ask(`select ${sums.join(', ')} from ledger where site = 'docs'`)
  return Object.fromEntries(['received', ...OUTCOMES].map((column) => [column, row[`${column}_sum`]]))
}

/** The tables whose replicas differ. */
export async function unequalTables(shards) {
  const unequal = []
  for (const [shard, replicas] of shards.entries()) {
    for (const { table } of await replicatedTables(replicas[0])) {
      const prints = await Promise.all(replicas.map((node) => fingerprint(node, table)))
      if (new Set(prints).size > 1) unequal.push(`${table} of shard ${shard + 1}: ${prints.join(' and ')}`)
    }
  }
  return unequal
}

async function fingerprint(node, table) {
  const columns = await node.ask(
    `select name from system.columns where database = 'default' and table = '${table}' order by name`,
  )
  const texts = columns.map(({ name }) => `ifNull(toString(\`${name}\`), '-')`)
  const [{ rows, sum }] = await node.ask(
    `select count() as rows, toString(sum(cityHash64(${texts.join(', ')}))) as sum from ${table}`,
  )
  return `${rows} rows ${sum}`
}

async function copiesOf(node, table) {
  const rows = await node.ask(`select toString(event_id) as id, count() as n from ${table} group by event_id`)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

const rowsOf = async (node, table) => (await node.ask(`select count() as n from ${table}`))[0].n
