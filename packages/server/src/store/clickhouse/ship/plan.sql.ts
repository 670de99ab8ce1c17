/** Those that are on the cluster already, among the lines of a segment. */
export const turnOnClusterSql = `
insert into turned
select a.rowid, 'duplicate', ''
from arrived a
where a.event_id in (select unnest($known::uuid[]))
  and a.rowid not in (select t.line from turned t)`

/** What is to be looked for on the cluster. */
export const arrivedIdsSql = `
select a.event_id::varchar as id, a.visitor_id::varchar as visitor
from arrived a
where a.event_id is not null
  and a.rowid not in (select t.line from turned t)
order by id`

/** Rows of the events on a cluster, without their block, in the order in which they lie there. */
export const eventRowsSql = `
select
  ('0x' || right(r.visitor_id::varchar, 8))::ubigint % $shards::ubigint as shard,
  r.day,
  r.visitor_id::varchar as visitor,
  r.event_id::varchar as id,
  to_json(r)::varchar as line
from (
  select
    a.* exclude (outcome, rejected_id, reason, n, dropped)
      replace (to_json(a.filters)::varchar as filters, to_json(a.offered)::varchar as offered),
    strftime(make_timestamp(a."at" * 1000), '%Y-%m-%d') as day
  from arrived a
) r
order by shard, r.site, r.day, r.visitor_id, r.tab_id, r.seq, r.event_id`

export const ledgerRowsSql = `
select to_json(l)::varchar as line
from ledger l
order by l.slot, l.site, l.synthetic`

export const ledgerEventRowsSql = `
select to_json(l)::varchar as line
from ledger_events l
order by l.received_at, l.event_id, l.outcome, l.reason`

export const keepErasedSql = `
insert into erased
select unnest($hashes::varchar[]), 0`

/** Scratch holds one segment at a time. */
export const emptyPlanSql: readonly string[] = ['delete from ledger', 'delete from ledger_events', 'delete from erased']
