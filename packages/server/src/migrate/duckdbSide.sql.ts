/** Of each day of UTC. */
export const daysSql = `
select
  e.site,
  e."at" // 86400000 * 86400000 as start,
  count(*) as events,
  sum(('0x' || right(e.event_id::varchar, 8))::ubigint)::varchar as mark
from events e
group by all
order by e.site, start`

export const eventsSql = `
select
  e.event_id::varchar as id,
  e.site,
  e.visitor_id::varchar as visitor,
  e."at",
  e.received_at,
  to_json(e)::varchar as line
from events e
where e.site = $site and e."at" >= $from and e."at" < $to
  and e.event_id >= $first::uuid and ($next::uuid is null or e.event_id < $next::uuid)
order by e.event_id`

export const visitorsSql = `
select v.visitor
from (select distinct e.visitor_id::varchar as visitor from events e) v
where sha256(v.visitor) in (select unnest($hashes::varchar[]))`

export const hasTakenSql = `
select count(*) as times
from taken_from t
where t.source = $source`

export const countEventsSql = `
select count(*) as events
from events e`

export const pendingTabsSql = `
select count(distinct t.tab_id) as tabs
from touched t`

export const takenLedgerSql = `
select t.* exclude (source)
from taken_ledger t
where t.source = $source`
