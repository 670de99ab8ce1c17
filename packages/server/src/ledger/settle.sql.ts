/** One row for each line that arrived: all lines are events received, each ends in one outcome. */
export const listLinesSql = `
create or replace temp table received as
select
  a.rowid as line,
  a.event_id,
  a.rejected_id,
  a.site,
  a.tab_id,
  a.seq,
  a.received_at,
  a.received_at - a.received_at % $slot_ms as slot,
  coalesce(a.outcome, nullif(a.label, ''), 'accepted') as outcome,
  coalesce(a.reason, '') as reason,
  coalesce(a.n, 1) as n,
  coalesce(a.dropped, 0) as dropped,
  coalesce(a.synthetic, false) as synthetic,
  a.event_id is not null
    and row_number() over (partition by a.event_id order by a.received_at) > 1 as is_again
from arrived a`

/** Leaves the lines that are events, each event once. */
export const keepEventsSql = `
delete from arrived a
where a.event_id is null
  or a.rowid in (select r.line from received r where r.is_again)`

export const markErasedSql = `
update received r
set outcome = 'consent_missing', reason = 'the visitor was erased', dropped = 0
where r.event_id is not null
  and not r.is_again
  and not exists (select 1 from arrived a where a.rowid = r.line)`

/** What is no longer among the arrived was here before. A batch sent again tells again what its page gave up. */
export const markDuplicatesSql = `
update received r
set outcome = 'duplicate', dropped = 0
where r.event_id is not null
  and r.outcome <> 'consent_missing'
  and not exists (select 1 from arrived a where a.rowid = r.line)`

/** The slots that change, with what they held and what has come. */
export const foldSlotsSql = `
create or replace temp table folded as
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
  select l.* from ledger l semi join received r on r.slot = l.slot
  union all by name
  select
    r.slot,
    r.site,
    r.synthetic,
    case when r.outcome <> 'refused' then r.n else 0 end as received,
    case when r.outcome = 'accepted' then r.n else 0 end as accepted,
    case when r.outcome = 'duplicate' then r.n else 0 end as duplicate,
    case when r.outcome = 'late' then r.n else 0 end as late,
    case when r.outcome = 'bot' then r.n else 0 end as bot,
    case when r.outcome = 'test' then r.n else 0 end as test,
    case when r.outcome = 'consent_missing' then r.n else 0 end as consent_missing,
    case when r.outcome = 'invalid' then r.n else 0 end as invalid,
    case when r.outcome = 'over_limit' then r.n else 0 end as over_limit,
    r.dropped,
    case when r.outcome = 'refused' then r.n else 0 end as refused
  from received r
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
select coalesce(r.event_id::varchar, r.rejected_id, ''), r.outcome, r.reason, r.site, r.tab_id, r.seq, r.received_at
from received r
where r.outcome in ('duplicate', 'late', 'consent_missing', 'invalid')`

export const forgetOldSql = `
delete from ledger_events l
where l.received_at < (select max(r.received_at) from received r) - $keep_ms`
