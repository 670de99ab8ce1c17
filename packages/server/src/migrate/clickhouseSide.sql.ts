import { CANONICAL_FORMS, CANONICAL_VERSION } from '../statements/canonicalForm.js'
import { uuidList } from '../store/clickhouse/tables/idLists.js'
import type { Page } from './side.js'

export const textLiteral = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\0', '\\0')}'`

/** Blocks of a migration are named so, and then by their source. */
export const MIGRATED = 'migrate/'

/** As the marks of a DuckDB store are made: of the last 32 bits of the ids. */
const BITS: string = 'reinterpretAsUInt32(reverse(unhex(substring(toString(e.event_id), 29, 8))))'

/** Of each day of UTC, with how many events came by a migration. */
export const daysSql: string = `
select
  e.site as site,
  toInt64(e.day) * 86400000 as start,
  count(*) as events,
  toString(sum(toUInt64(${BITS}))) as mark,
  countIf(e.block like '${MIGRATED}%') as migrated
from events e
group by e.site, e.day
order by site, start`

const within = ({ site, from, to }: Pick<Page, 'site' | 'from' | 'to'>): string =>
  `e.site = ${textLiteral(site)} and e.day >= toDate('${dateOf(from)}') and e.day <= toDate('${dateOf(to - 1)}') ` +
  `and e.\`at\` >= ${from} and e.\`at\` < ${to}`

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** All columns that a DuckDB store has, in the order of their ids as texts. */
export const eventsSql = (page: Page): string => `
select ${Object.keys(CANONICAL_FORMS[CANONICAL_VERSION]!)
  .map((column) => `e.\`${column}\` as \`${column}\``)
  .join(', ')}
from events e
where ${within(page)}
  and toString(e.event_id) >= '${page.first}'${page.next === null ? '' : ` and toString(e.event_id) < '${page.next}'`}
order by toString(e.event_id)`

/**
 * Which of these events are here, whenever they are dated: never more than a week apart, which is how long a page may
 * send again. The first row says how many events of these days a migration has brought, as this server sees it.
 */
export const knownSql = (
  site: string,
  days: { readonly from: number; readonly to: number },
  events: readonly { readonly id: string; readonly visitor: string }[],
): string => `
select '' as id, count(*) as n
from events e
where ${within({ site, ...days })} and e.block like '${MIGRATED}%'
union all
select toString(e.event_id) as id, toUInt64(e.received_at) as n
from events e
where e.site = ${textLiteral(site)}
  and e.day >= toDate('${dateOf(days.from)}') - 8 and e.day < toDate('${dateOf(days.to - 1)}') + 9
  and e.visitor_id in (${uuidList(events.map(({ visitor }) => visitor))})
  and e.event_id in (${uuidList(events.map(({ id }) => id))})`

export const ownEventsSql = (source: string): string => `
select count(*) as events
from events e
where not (e.block like '${MIGRATED}${source}/%')`

export const hasTakenSql = (source: string): string => `
select
  (select count(*) from events e where e.block like '${MIGRATED}${source}/%') +
  (select count(*) from ledger l where l.block like '${MIGRATED}${source}/%') as rows`

export const migratedRowsSql = (table: string, source: string): string => `
select count(*) as rows
from ${table} l
where l.block like '${MIGRATED}${source}/%'`

export const visitorsSql = (hashes: readonly string[]): string => `
select v.visitor as visitor
from (select distinct toString(e.visitor_id) as visitor from events e) v
where lower(hex(SHA256(v.visitor))) in (${hashes.map(textLiteral).join(', ')})`

/** Blocks of which something is left to derive. */
export const pendingSql = (touched: string, derived: string): string => `
select count(distinct t.block) as blocks
from ${touched} t
where t.block not in (select d.block from ${derived} d)`
