/**
 * The lines whose events are not taken in although nothing is wrong with them, and what becomes of each. Begins with
 * those that repeat an earlier one of the same drain; most drains hold none, so that their ids are looked for alone.
 */
export const listRepeatedSql = `
create or replace temp table turned as
select a.rowid as line, 'duplicate' as outcome, '' as reason
from arrived a
where a.event_id in (
  select again.event_id
  from arrived again
  where again.event_id is not null
  group by again.event_id
  having count(*) > 1
)
qualify row_number() over (partition by a.event_id order by a.received_at) > 1`

export const turnErasedSql = `
insert into turned
select a.rowid, 'consent_missing', 'the visitor was erased'
from arrived a
where a.event_id is not null
  and sha256(a.visitor_id::varchar) in (select e.visitor_hash from erased e)
  and a.rowid not in (select t.line from turned t)`

/** Those that are here already. */
export const turnKnownSql = `
insert into turned
select a.rowid, 'duplicate', ''
from arrived a
where a.event_id in (
    select e.event_id
    from events e
    where e.event_id between $first::uuid and $last::uuid
  )
  and a.rowid not in (select t.line from turned t)`

/** Leaves the lines that are events, each event once. */
export const keepEventsSql = `
delete from arrived a
where a.event_id is null
  or a.rowid in (select t.line from turned t)`

/**
 * The slots that change, with what they held and what has come. A batch sent again tells again what its page gave up:
 * so only what was not turned counts of it.
 */
export const foldSlotsSql = `
create or replace temp table folded as
with come as (
  select
    a.received_at - a.received_at % $slot_ms as slot,
    a.site,
    a.synthetic,
    coalesce(t.outcome, a.outcome, nullif(a.label, ''), 'accepted') as outcome,
    sum(coalesce(a.n, 1)) as n,
    sum(case when t.line is null then coalesce(a.dropped, 0) else 0 end) as dropped
  from arrived a
  left join turned t on t.line = a.rowid
  group by all
)
select
  part.slot,
  part.site,
  part.synthetic,
  sum(part.received) as received,
  sum(part.accepted) as accepted,
  sum(part.duplicate) as duplicate,
  sum(part.late) as late,
  sum(part.bot) as bot,
  sum(part.test) as test,
  sum(part.consent_missing) as consent_missing,
  sum(part.invalid) as invalid,
  sum(part.over_limit) as over_limit,
  sum(part.dropped) as dropped,
  sum(part.refused) as refused
from (
  select l.* from ledger l semi join come c on c.slot = l.slot
  union all by name
  select
    c.slot,
    c.site,
    c.synthetic,
    case when c.outcome <> 'refused' then c.n else 0 end as received,
    case when c.outcome = 'accepted' then c.n else 0 end as accepted,
    case when c.outcome = 'duplicate' then c.n else 0 end as duplicate,
    case when c.outcome = 'late' then c.n else 0 end as late,
    case when c.outcome = 'bot' then c.n else 0 end as bot,
    case when c.outcome = 'test' then c.n else 0 end as test,
    case when c.outcome = 'consent_missing' then c.n else 0 end as consent_missing,
    case when c.outcome = 'invalid' then c.n else 0 end as invalid,
    case when c.outcome = 'over_limit' then c.n else 0 end as over_limit,
    c.dropped,
    case when c.outcome = 'refused' then c.n else 0 end as refused
  from come c
) part
group by part.slot, part.site, part.synthetic`

export const dropFoldedSql = `
delete from ledger l
where l.slot in (select f.slot from folded f)`

export const insertFoldedSql = `
insert into ledger by name
select f.*
from folded f`

/** Those that were taken in stand in `events` themselves. */
export const insertOthersSql = `
insert into ledger_events
select
  coalesce(a.event_id::varchar, a.rejected_id, ''),
  coalesce(t.outcome, a.outcome) as outcome,
  coalesce(t.reason, a.reason, ''),
  a.site,
  a.tab_id,
  a.seq,
  a.received_at
from arrived a
left join turned t on t.line = a.rowid
where coalesce(t.outcome, a.outcome) in ('duplicate', 'late', 'consent_missing', 'invalid')`

export const forgetOldSql = `
delete from ledger_events l
where l.received_at < (select max(a.received_at) from arrived a) - $keep_ms`
