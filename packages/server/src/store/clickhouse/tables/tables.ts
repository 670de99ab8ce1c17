import type { Run } from '../../duckdb/engine.js'
import type { Cluster } from '../servers/cluster.js'
import { DERIVED_TABLES } from './derivedTables.js'

/** What a table is on a cluster, beside the columns that it has in a DuckDB store. */
export interface ClusterTable {
  readonly name: string
  /** Columns that only a cluster has. */
  readonly more: readonly string[]
  /** Of rows with the same order the one of the highest version stands, unless it is gone. */
  readonly isReplaced: boolean
  /** Rows with the same order say the same. */
  readonly isSet?: boolean
  readonly order: string
  readonly partition?: string
  /** Rows between two marks of the order, 8,192 by default: that many are read where one is looked for. */
  readonly granularity?: number
  readonly indices?: readonly string[]
  /** Where it is not, every row of it lies on the first shard. */
  readonly isSharded: boolean
}

const REPLACED = ['row_key UInt64', 'version UInt64', 'gone UInt8']

const monthOf = (at: string): string => `toYYYYMM(toDateTime(intDiv(ifNull(${at}, 0), 1000), 'UTC'))`

/** Who looks for a few visitors reads a seventh of what there was to read before. */
const FINE = 1_024

/** A visitor, a tab or a session is looked for among all of them. */
const bloom = (column: string): string => `index by_${column} ${column} type bloom_filter(0.001) granularity 1`

export const CLUSTER_TABLES: readonly ClusterTable[] = [
  {
    name: 'events',
    more: ['day Date', 'block LowCardinality(String)'],
    isReplaced: false,
    order: '(site, day, visitor_id, tab_id, seq, event_id)',
    partition: 'toYYYYMM(day)',
    granularity: FINE,
    indices: ['visitor_id', 'tab_id', 'event_id', 'session_id'].map(bloom),
    isSharded: true,
  },
  ...DERIVED_TABLES.map(({ name, at }) => ({
    name,
    more: REPLACED,
    isReplaced: true,
    order: `(site, ifNull(${at}, 0), row_key)`,
    partition: monthOf(at),
    granularity: FINE,
    indices: [bloom('visitor_id'), `index by_${at} ${at} type minmax granularity 1`],
    isSharded: true,
  })),
  {
    name: 'ledger',
    more: ['block LowCardinality(String)'],
    isReplaced: false,
    order: '(site, slot)',
    partition: monthOf('slot'),
    isSharded: false,
  },
  {
    name: 'ledger_events',
    more: ['block LowCardinality(String)'],
    isReplaced: false,
    order: '(event_id, received_at)',
    partition: monthOf('received_at'),
    isSharded: false,
  },
  ...['tickets', 'annotations', 'gap_changes'].map((name) => ({
    name,
    more: REPLACED,
    isReplaced: true,
    order: '(site, row_key)',
    isSharded: false,
  })),
  ...['erased', 'removed'].map((name) => ({
    name,
    more: REPLACED,
    isReplaced: true,
    order: 'row_key',
    isSharded: false,
  })),
]

/** What only a cluster has: who was touched by which block, which blocks were derived, who may do what, and the version. */
export const OWN_TABLES: readonly ClusterTable[] = [
  {
    name: 'ties',
    more: ['tie UUID', 'visitor_id UUID', 'day Date'],
    isReplaced: false,
    isSet: true,
    order: '(tie, visitor_id)',
    partition: 'toYYYYMM(day)',
    granularity: FINE / 4,
    isSharded: true,
  },
  {
    name: 'touched',
    more: ['block String', 'visitor_id UUID', 'event_id UUID', 'day Date', 'told_at DateTime default now()'],
    isReplaced: false,
    order: '(block, visitor_id)',
    partition: 'toMonday(told_at)',
    isSharded: true,
  },
  {
    name: 'derived',
    more: ['block String', 'settled UInt8', 'derived_at DateTime default now()'],
    isReplaced: false,
    order: 'block',
    partition: 'toMonday(derived_at)',
    isSharded: true,
  },
  {
    name: 'leases',
    more: ['name String', 'epoch UInt64', 'holder String', 'held_ms Int64', 'taken_at DateTime default now()'],
    isReplaced: false,
    order: '(name, epoch)',
    isSharded: false,
  },
  {
    name: 'cluster_version',
    more: ['version Int32'],
    isReplaced: false,
    order: 'version',
    isSharded: false,
  },
]

type Shards = Pick<Cluster, 'shards' | 'clusterName'>

/** Whether each shard has rows of a table, which lie together under its plain name. */
export const isSpread = ({ shards, clusterName }: Shards, table: string): boolean =>
  shards > 1 && clusterName !== null && TABLES.get(table)!.isSharded

/** Under which name the rows of a table lie on a shard itself. */
export const ownName = (cluster: Shards, table: string): string => (isSpread(cluster, table) ? `${table}_local` : table)

const TABLES: ReadonlyMap<string, ClusterTable> = new Map(
  [...CLUSTER_TABLES, ...OWN_TABLES].map((table) => [table.name, table]),
)

/** Where the same few texts stand in every row. */
const FEW = new Set([
  'name',
  'site',
  'channel',
  'page',
  'locale',
  'article_id',
  'article_rev',
  'article_section',
  'article_lang',
  'entry',
  'session_entry',
  'via',
  'nav',
  'trigger',
  'list_id',
  'cause',
  'metric',
  'navigation',
  'lcp_navigation',
  'algorithm',
  'engine',
  'method',
  'form_id',
  'device',
  'label',
  'step',
  'next',
  'next_article',
  'next_via',
  'outcome',
  'reason',
])

interface Column {
  readonly name: string
  readonly type: string
  readonly optional: boolean
}

const columnsSql = `
select c.column_name as name, c.data_type as type, c.is_nullable and c.column_default is null as optional
from duckdb_columns() c
where c.table_name = $table and c.schema_name = 'main'
order by c.column_index`

/** The columns of a table, as a DuckDB store has them, in ClickHouse's words. */
export async function columnsOf(run: Run, { name, more }: ClusterTable): Promise<string[]> {
  const columns = await run<Column>(columnsSql, { table: name })
  return [...columns.map((column) => `${column.name} ${typeOf(name, column)}`), ...more]
}

/**
 * Numbers are signed and texts are no numbers, so that what comes back as UInt8 is a boolean. A list of an event may be
 * missing, which no list of ClickHouse's can be: it is kept as JSON.
 */
function typeOf(table: string, { name, type, optional }: Column): string {
  if (type.endsWith('[]')) {
    if (table === 'events') return 'Nullable(String)'
    return type === 'VARCHAR[]' ? 'Array(String)' : `Array(Nullable(${TYPES[type.slice(0, -2)]!}))`
  }
  if (type === 'VARCHAR' && FEW.has(name) && !optional) return 'LowCardinality(String)'
  return optional && type !== 'BOOLEAN' ? `Nullable(${TYPES[type]!})` : TYPES[type]!
}

const TYPES: Readonly<Record<string, string>> = {
  UUID: 'UUID',
  VARCHAR: 'String',
  BOOLEAN: 'Bool',
  DOUBLE: 'Float64',
  BIGINT: 'Int64',
  INTEGER: 'Int32',
  SMALLINT: 'Int16',
  TINYINT: 'Int16',
  UTINYINT: 'Int16',
}
