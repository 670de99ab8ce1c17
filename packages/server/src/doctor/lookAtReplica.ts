import type { Cluster } from '../store/clickhouse/servers/cluster.js'
import { CLUSTER_VERSION } from '../store/clickhouse/tables/readyCluster.js'
import { CLUSTER_TABLES, OWN_TABLES } from '../store/clickhouse/tables/tables.js'
import { type Finding, lookingAt } from './finding.js'
import type { AskedReplica } from './lookAtCluster.js'
import * as sql from './lookAtReplica.sql.js'

/** Our own judgement: HTTP is under way for some time, and a server says whole seconds. */
const MOST_OFF_MS = 60_000
/** A replica that copies is seconds behind. */
const MOST_BEHIND_S = 60
/** Beyond half of the parts from which on inserts are slowed down, something is wrong with how they are put together. */
const MOST_PARTS_SHARE = 0.5
const LEAST_FREE_SHARE = 0.1
const LEAST_FREE_BYTES = 1_000_000_000
/** Blocks that a table has to know again, so that one sent twice is taken in once. */
const LEAST_TOKENS = 1_000
/** What a store does on its cluster. Deleting is an `alter` of rows. */
const RIGHTS = ['select', 'insert', 'create table', 'alter delete', 'alter add column', 'drop table']

/** Looks at one server, and at nothing more when it does not answer. */
export async function lookAtReplica({ address, alone }: AskedReplica, now: () => number): Promise<Finding[]> {
  const named = (what: string): string => `${what} of ${address}`
  const before = now()
  const answer = await tried(() => alone.query<{ seconds: number }>(sql.clockSql))
  const reached = lookingAt(
    named('Server'),
    'a ClickHouse that answers',
    'See that it runs, and that address, user and password are as HELPTALLY_STORE says.',
  )
  if (!answer.ok) return [reached(false, answer.reason)]
  const version = await alone.version()
  const offMs = Math.max(0, Math.abs(answer.value[0]!.seconds * 1000 + 500 - (before + now()) / 2) - 500)
  return [
    reached(true, `ClickHouse ${version} answers.`),
    versionFinding(named('Version'), version, await alone.dialect()),
    lookingAt(
      named('Clock'),
      'the same time there as here, within a minute',
      'Let both machines set their clocks by NTP: the server forgets by its clock which blocks it has taken in.',
    )(offMs <= MOST_OFF_MS, `${Math.round(offMs / 1_000)} s between the server and this machine.`),
    ...(await lookAtTables(alone, named)),
    ...(await lookAtReplication(alone, named)),
    ...(await lookAtParts(alone, named)),
    ...(await lookAtDisks(alone, named)),
  ]
}

type Named = (what: string) => string

function versionFinding(part: string, version: string, dialect: 'modern' | 'legacy'): Finding {
  return lookingAt(
    part,
    'ClickHouse 22 or later',
    '',
  )(
    true,
    dialect === 'modern'
      ? `${version}.`
      : `${version}, an old one: it knows a block again by its bytes alone, and takes longer to delete. Plan for a newer one.`,
  )
}

async function lookAtTables(alone: Cluster, named: Named): Promise<Finding[]> {
  const { database } = alone
  const there = lookingAt(
    named('Database'),
    `a database ${database}`,
    `Make it: create database ${database}. The tables in it are made by the first question of the site.`,
  )
  const [found] = await alone.query<{ databases: number }>(sql.databaseSql(database))
  if (found!.databases === 0) return [there(false, `there is no database ${database}.`)]
  const tables = await alone.query<{ name: string; engine: string; made: string }>(sql.tablesSql(database))
  const names = new Set(tables.map(({ name }) => name))
  const lacking = [...CLUSTER_TABLES, ...OWN_TABLES].filter(({ name }) => !names.has(name)).map(({ name }) => name)
  const rights = await rightsFinding(alone, named)
  if (lacking.length === CLUSTER_TABLES.length + OWN_TABLES.length)
    return [there(true, 'empty: the tables are made by the first question of the site.'), ...rights]
  const whole = lookingAt(
    named('Tables'),
    `all tables of version ${CLUSTER_VERSION}`,
    'Ask once more: "helptally health" makes what is missing. Update @helptally/* where the version is newer.',
  )
  if (lacking.length > 0) return [...rights, whole(false, `${lacking.join(', ')} are missing.`)]
  const [made] = await alone.query<{ version: number }>(sql.madeBySql)
  return [
    ...rights,
    whole(made!.version === CLUSTER_VERSION, `all are there, of version ${made!.version}.`),
    tokensFinding(tables, named),
  ]
}

/** What nobody can say, because the server is too old to be asked, is left out. */
async function rightsFinding(alone: Cluster, named: Named): Promise<Finding[]> {
  const refused: string[] = []
  for (const right of RIGHTS) {
    const answer = await tried(() => alone.query<{ result: boolean }>(sql.grantSql(right, alone.database)))
    if (!answer.ok) return []
    if (!Object.values(answer.value[0] ?? {})[0]) refused.push(right)
  }
  const may = lookingAt(
    named('Rights'),
    `a user who may ${RIGHTS.join(', ')}`,
    `Give them: grant ${refused.join(', ')} on ${alone.database}.* to the user of HELPTALLY_STORE.`,
  )
  return [
    may(
      refused.length === 0,
      refused.length === 0 ? 'the user may all that it has to.' : `the user may not ${refused.join(', ')}.`,
    ),
  ]
}

function tokensFinding(tables: readonly { name: string; engine: string; made: string }[], named: Named): Finding {
  const ours = new Set([...CLUSTER_TABLES, ...OWN_TABLES].flatMap(({ name }) => [name, `${name}_local`]))
  const short = tables
    .filter(({ name, engine }) => ours.has(name) && engine.endsWith('MergeTree'))
    .filter(({ engine, made }) => tokensOf(engine, made) < LEAST_TOKENS)
    .map(({ name }) => name)
  return lookingAt(
    named('Deduplication'),
    `tables that know their last ${LEAST_TOKENS} blocks again`,
    'Set it: alter table <name> modify setting non_replicated_deduplication_window = 10000, or replicated_deduplication_window where the table is replicated.',
  )(
    short.length === 0,
    short.length === 0
      ? 'a block that is sent twice is taken in once.'
      : `${short.join(', ')} would take a block in twice.`,
  )
}

/** A replicated table knows some by itself: 100 before ClickHouse 23.9. */
function tokensOf(engine: string, made: string): number {
  const set = /\b(?:non_)?replicated_deduplication_window = (\d+)/.exec(made)
  if (set) return Number(set[1])
  return /^(?:Replicated|Shared)/.test(engine) ? LEAST_TOKENS : 0
}

interface Replication {
  readonly tables: number
  readonly readonly: number
  readonly expired: number
  readonly delay_s: number
  readonly queued: number
  readonly replicas: number
  readonly active: number
}

async function lookAtReplication(alone: Cluster, named: Named): Promise<Finding[]> {
  const answer = await tried(() => alone.query<Replication>(sql.replicasSql(alone.database)))
  if (!answer.ok || answer.value[0]!.tables === 0) return []
  const { readonly, expired, delay_s, queued, replicas, active } = answer.value[0]!
  const keeper = await tried(() => alone.query(sql.keeperSql))
  return [
    lookingAt(
      named('Keeper'),
      'a ClickHouse Keeper or ZooKeeper that answers',
      'See that a majority of its servers runs: without it a replica takes nothing in.',
    )(
      keeper.ok && expired === 0 && readonly === 0,
      keeper.ok && expired === 0
        ? readonly === 0
          ? 'answers.'
          : `answers, but ${readonly} tables can only be read.`
        : keeper.ok
          ? 'the session with it has run out.'
          : keeper.reason,
    ),
    lookingAt(
      named('Replicas'),
      'all replicas active, and what one takes in on the others within a minute',
      'Start those that are away, and see that the servers reach each other (interserver_http_port). Nothing is lost: they catch up.',
    )(
      active === replicas && delay_s <= MOST_BEHIND_S,
      `${active} of ${replicas} are active; this one is ${delay_s} s behind, with ${queued} tasks in its queue.`,
    ),
  ]
}

async function lookAtParts(alone: Cluster, named: Named): Promise<Finding[]> {
  const answer = await tried(() =>
    alone.query<{ name: string; partition: string; parts: number }>(sql.partsSql(alone.database)),
  )
  const limit = await tried(() => alone.query<{ parts: number }>(sql.delaySql))
  if (!answer.ok || !limit.ok || !limit.value[0]) return []
  const most = Math.floor(limit.value[0].parts * MOST_PARTS_SHARE)
  const { name = '', partition = '', parts = 0 } = answer.value[0] ?? {}
  return [
    lookingAt(
      named('Parts'),
      `at most ${most} parts in a partition`,
      'The server does not put together what comes as fast as it comes: look at its load and its disk, and at system.merges.',
    )(parts <= most, parts === 0 ? 'none yet.' : `at most ${parts}, in ${name} (${partition}).`),
  ]
}

/** Servers before 20 do not say. */
async function lookAtDisks(alone: Cluster, named: Named): Promise<Finding[]> {
  const answer = await tried(() => alone.query<{ name: string; free: number; total: number }>(sql.disksSql))
  if (!answer.ok) return []
  return answer.value.map(({ name, free, total }) =>
    lookingAt(
      named(`Disk "${name}"`),
      `${LEAST_FREE_SHARE * 100} % and ${LEAST_FREE_BYTES / 1e9} GB free`,
      'Make room: what is put together needs as much again. keepDays behind the database in the URL forgets old events.',
    )(
      free >= LEAST_FREE_BYTES && free >= total * LEAST_FREE_SHARE,
      `${(free / 1e9).toFixed(1)} of ${(total / 1e9).toFixed(1)} GB are free.`,
    ),
  )
}

type Tried<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

async function tried<T>(ask: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { ok: true, value: await ask() }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}
