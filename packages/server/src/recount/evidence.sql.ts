import type { Dialect, Statement } from '../sql/dialect.js'

/** In the place of a session: it is the event itself, or that of the event before. */
export const ITSELF = 0
export const AS_BEFORE = 1

/** The tabs of a site that opened an article in a period. Events with a label, which do not count, are none. */
export const openedTabsSql = `
select distinct e.channel, e.tab_id
from events e
where e.site = $site
  and e.label = ''
  and e.name = 'help.article.open'
  and e."at" >= $from
  and e."at" < $to`

/**
 * Deals those tabs into slices of about `$size` events, in the order of their ids. The id of a tab begins with the time
 * at which it was made, so the events of a slice lie together, and it is read without a look at the others: they happened
 * between `since` and `until`.
 */
export const slicesSql: Statement = (d) => `
with opened as (${openedTabsSql}
), tabs as (
  select e.tab_id, count(*) as events, min(e."at") as since, max(e."at") as until
  from events e
  join opened t on t.channel = e.channel and t.tab_id = e.tab_id
  where e.site = $site
    and e.label = ''
  group by e.tab_id
), dealt as (
  select
    ${d.ordered('t.tab_id')} as tab,
    t.events,
    t.since,
    t.until,
    (sum(t.events) over (order by ${d.ordered('t.tab_id')}) - 1) // $size::bigint as slice
  from tabs t
)
select
  min(d.tab)::varchar as first,
  max(d.tab)::varchar as last,
  sum(d.events)::bigint as events,
  min(d.since) as since,
  max(d.until) as until
from dealt d
group by d.slice
order by first`

/**
 * What the rulebook reads of all events of the tabs of a slice, as one JSON array for `readEvidence`, eleven places an
 * event: the tab only where it begins, times as distances, an id only where it may be that of a session, a session that is
 * the event itself or that of the one before as a number. As rows, and in full, it would take eight times as long. One
 * window with the order of all costs a quarter less than one for each tab.
 */
export const evidenceSql: Statement = (d) => `
with tabs as (${openedTabsSql}
    and ${isOfSlice(d)}
), told as (
  select
    row_number() over log as nr,
    concat(
      case
        when e.channel = lag(e.channel) over log and e.tab_id = lag(e.tab_id) over log then 'null'
        else '"' || e.channel || ' ' || e.tab_id::varchar || '"'
      end,
      ',',
      e.seq,
      ',',
      case
        when e.name = 'help.article.open' or e.session_id = e.event_id then '"' || e.event_id::varchar || '"'
        else 'null'
      end,
      ',',
      case
        when e.session_id is null then 'null'
        when e.session_id = e.event_id then '${ITSELF}'
        when e.session_id = lag(e.session_id) over log then '${AS_BEFORE}'
        else '"' || e.session_id::varchar || '"'
      end,
      ',',
      list_position($names, e.name),
      ',"',
      e.cause,
      '","',
      e.trigger,
      '",',
      e.ts,
      ',',
      coalesce((e.ts - e.active_at)::varchar, 'null'),
      ',',
      e."at" - e.ts,
      ',',
      e.received_at - e."at"
    ) as places
  from events e
  join tabs t on t.channel = e.channel and t.tab_id = e.tab_id
  where e.site = $site
    and e.label = ''
    and ${isOfSlice(d)}
    and ${d.isBetween('e', '$since', '$until')}
  window log as (order by e.channel, ${d.ordered('e.tab_id')}, e.seq, ${d.ordered('e.event_id')})
)
select '[' || string_agg(t.places, ',' order by t.nr) || ']' as evidence
from told t`

/** Of events, and of the tabs that are asked for. */
export const isOfSlice = (d: Dialect): string =>
  `${d.ordered('e.tab_id')} between ${d.ordered('$first::uuid')} and ${d.ordered('$last::uuid')}`

/** The ids of events that are known by their tabs and numbers. */
export const eventIdsSql: Statement = (d) => `
select e.tab_id::varchar as tab_id, e.seq, e.event_id::varchar as id
from events e
join ${d.sideBySide({ tab_id: '$tabs::uuid[]', seq: '$seqs::integer[]' })} asked
  on asked.tab_id = e.tab_id and asked.seq = e.seq
where e.site = $site
  and e.label = ''
order by id`

/** The sessions of the roll-up that started in a period, which reports count, and those that pages claim, where not both. */
export const rollUpSql = `
with claimed as (
  select e.event_id as id
  from events e
  where e.site = $site
    and e.label = ''
    and e.name = 'help.article.open'
    and e.session_id = e.event_id
    and e."at" >= $from
    and e."at" < $to
), counted as (
  select s.id
  from sessions s
  where s.site = $site
    and s.started_at >= $from
    and s.started_at < $to
)
select coalesce(s.id, c.id)::varchar as id, s.id is not null as counted
from counted s
full join claimed c on c.id = s.id
where s.id is null or c.id is null
order by 1`
