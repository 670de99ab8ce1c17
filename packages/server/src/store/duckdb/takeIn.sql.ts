import { LEDGER_COUNTS } from '../../ledger/ledgerCounts.js'
/** What came out of another store: from which, what it has added to the ledger, and which events both had taken. */
export const takenInSchemaSql: readonly string[] = [
  `
create table taken_from (
  source varchar not null,
  begun_at bigint not null
)`,
  `
create table taken_ledger (
  source varchar not null,
  slot bigint not null,
  site varchar not null,
  synthetic boolean not null,
  received bigint not null,
  accepted bigint not null,
  duplicate bigint not null,
  late bigint not null,
  bot bigint not null,
  test bigint not null,
  consent_missing bigint not null,
  invalid bigint not null,
  over_limit bigint not null,
  dropped bigint not null,
  refused bigint not null
)`,
  `
create table taken_twice (
  event_id uuid not null,
  received_at bigint not null
)`,
]

export const noteSourceSql = `
insert into taken_from
select $source, $now
where $source not in (select t.source from taken_from t)`

export const arrivedIdsSql = `
select min(a.event_id)::varchar as first, max(a.event_id)::varchar as last
from arrived a`

/** Visitors who were erased stay out. Their events stand in the ledger as what they once were. */
export const dropErasedSql = `
delete from arrived a
where sha256(a.visitor_id::varchar) in (select e.visitor_hash from erased e)`

/** Events that this store has from a page itself: the same id, received another time. */
export const findTwiceSql = `
create or replace temp table twice as
select a.event_id, a.received_at, a.site, a.tab_id, a.seq, a.synthetic, coalesce(nullif(a.label, ''), 'accepted') as outcome
from arrived a
join events e on e.event_id = a.event_id and e.event_id between $first::uuid and $last::uuid
where e.received_at <> a.received_at
  and a.event_id not in (select t.event_id from taken_twice t)`

export const countTwiceSql = `
select count(*) as events
from twice t`

export const noteTwiceSql = `
insert into taken_twice
select t.event_id, t.received_at
from twice t`

export const listTwiceSql = `
insert into ledger_events
select t.event_id::varchar, 'duplicate', '', t.site, t.tab_id, t.seq, t.received_at
from twice t`

/** Both stores count them as taken: one of the two is a duplicate. */
export const addTwiceSql = `
create or replace temp table added as
select
  t.received_at - t.received_at % $slot_ms as slot,
  t.site,
  t.synthetic,
  0 as received,
  -count(*) filter (where t.outcome = 'accepted') as accepted,
  count(*) as duplicate,
  0 as late,
  -count(*) filter (where t.outcome = 'bot') as bot,
  -count(*) filter (where t.outcome = 'test') as test,
  0 as consent_missing,
  0 as invalid,
  0 as over_limit,
  0 as dropped,
  0 as refused
from twice t
group by all`

export const dropKnownSql = `
delete from arrived a
where a.event_id in (
  select e.event_id
  from events e
  where e.event_id between $first::uuid and $last::uuid
)`

export const countArrivedSql = `
select count(*) as events, coalesce(bool_or(a.channel <> 'help'), false) as has_conversations
from arrived a`

const LEDGER = `
    "slot": "bigint",
    "site": "varchar",
    "synthetic": "boolean",
    "received": "bigint",
    "accepted": "bigint",
    "duplicate": "bigint",
    "late": "bigint",
    "bot": "bigint",
    "test": "bigint",
    "consent_missing": "bigint",
    "invalid": "bigint",
    "over_limit": "bigint",
    "dropped": "bigint",
    "refused": "bigint"`

export const addLedgerSql: string = `
create or replace temp table added as
select unnest(from_json($rows, '[{${LEDGER}
}]'), recursive := true)`

const sums = LEDGER_COUNTS.map((count) => `sum(part.${count}) as ${count}`).join(', ')

/** The slots that change, with what they held and what is added. */
export const foldAddedSql: string = `
create or replace temp table folded as
select part.slot, part.site, part.synthetic, ${sums}
from (
  select l.* from ledger l where l.slot in (select a.slot from added a)
  union all by name
  select a.* from added a
) part
group by part.slot, part.site, part.synthetic`

export const foldTakenSql: string = `
create or replace temp table folded_taken as
select $source as source, part.slot, part.site, part.synthetic, ${sums}
from (
  select t.* exclude (source) from taken_ledger t where t.source = $source and t.slot in (select a.slot from added a)
  union all by name
  select a.* from added a
) part
group by part.slot, part.site, part.synthetic`

export const dropTakenSql = `
delete from taken_ledger t
where t.source = $source and t.slot in (select f.slot from folded_taken f)`

export const insertTakenSql = `
insert into taken_ledger by name
select f.*
from folded_taken f`

export const insertLedgerEventsSql = `
insert into ledger_events by name
select unnest(from_json($rows, '[{
    "event_id": "varchar",
    "outcome": "varchar",
    "reason": "varchar",
    "site": "varchar",
    "tab_id": "uuid",
    "seq": "integer",
    "received_at": "bigint"
}]'), recursive := true)`

export const insertRemovedSql = `
insert into removed by name
select unnest(from_json($rows, '[{
    "removed_at": "bigint",
    "cause": "varchar",
    "before": "bigint",
    "events": "bigint"
}]'), recursive := true)`

export const gapChangesSql = `
select c.nr, c.site, c.did, c."at", c."by", c.query, c.field, c.value, c.undone_by
from gap_changes c`

export const dropGapChangesSql = `
delete from gap_changes`

export const insertGapChangesSql = `
insert into gap_changes by name
select unnest(from_json($rows, '[{
    "nr": "integer",
    "site": "varchar",
    "did": "varchar",
    "at": "bigint",
    "by": "varchar",
    "query": "varchar",
    "field": "varchar",
    "value": "varchar",
    "undone_by": "varchar"
}]'), recursive := true)`
