import type { Statement } from '../sql/dialect.js'
import { isOfSlice, openedTabsSql } from './evidence.sql.js'

/** Of each kind of fault, how many a question names. */
export const NAMED_AT_ONCE = 100

/** What is wrong with the sessions of a tab, at which event `j`. */
export const TAB_FAULTS = {
  /** An opening starts a session, and its page did not. */
  not_claimed: 'not j.is_unclear and j.is_start and not j.is_claim',
  /** A page started a session where one went on. */
  not_found: 'not j.is_unclear and j.is_claim and not j.is_start and j.nth_claim = 1',
  /** Another event lies in another session than its page said; no count changes by that. */
  elsewhere: 'not j.is_unclear and not j.is_start and not j.is_claim and j.found_id <> j.session_id',
  /** The first event of a session whose opening is not in its tab. */
  without_opening: "j.session_id <> '' and j.opened_nth = 0 and j.nth_of_session = 1",
  /** The opening of a session that was opened before. */
  opened_twice: 'j.is_claim and j.nth_claim > 1',
  /** An event in a session after another one has begun in its tab. */
  overlapping: "j.session_id <> '' and j.opened_nth > 0 and j.opened_nth < j.claims",
  /** The opening of a session sooner after the one before than the idle time. */
  too_soon:
    'not j.is_unclear and j.is_claim and j.nth_claim = 1 and j.claimed_before > 0 and j.ts - j.claimed_before < $idle_ms',
} as const
export type TabFault = keyof typeof TAB_FAULTS

/** Whether an event is an activity itself. */
const isActiveSql = `(
      e.name in ('help.article.open', 'help.feedback.vote', 'help.contact.start', 'help.contact.submit')
      or (e.name = 'help.article.progress' and e.cause = 'input')
      or (e.name = 'help.search.submit' and e.trigger <> 'leave')
    )`

/**
 * The sessions of the tabs of a slice by openings and gaps, day by day, beside what their pages claimed. All that an
 * event proves are two moments, `active_at` and its own; where `$idle_ms` lie between one and the next, a chain of them
 * ends. The first opening in a chain starts a session, and what comes in the chain after it belongs to that session.
 *
 * That is all of the rule only where a tab's clock never ran back: `is_unclear` says where it did, and nothing is said of
 * the sessions there but how many were claimed.
 */
export const auditSql: Statement = (d) => `
with tabs as (${openedTabsSql}
    and ${isOfSlice(d)}
), told as (
  select
    e.channel,
    e.tab_id,
    e.event_id::varchar as id,
    coalesce(e.session_id::varchar, '') as session_id,
    e.entry,
    e."at",
    e.ts,
    coalesce(e.active_at, 0) as active_at,
    e.name = 'help.article.open' as is_opening,
    coalesce(e.name = 'help.article.open' and e.session_id = e.event_id, false) as is_claim,
    ${isActiveSql} as is_active,
    row_number() over (
      partition by e.channel, e.tab_id
      order by e.seq, ${d.ordered('e.event_id')}
    ) as nth
  from events e
  join tabs t on t.channel = e.channel and t.tab_id = e.tab_id
  where e.site = $site
    and e.label = ''
    and ${isOfSlice(d)}
    and ${d.isBetween('e', '$since', '$until')}
), proving as (
  select
    t.*,
    greatest(t.active_at, case when t.is_active then t.ts else 0 end) as proved,
    sum(case when t.is_claim then 1 else 0 end) over (
      partition by t.channel, t.tab_id
      order by t.nth
    ) as claims
  from told t
), knowing as (
  select
    p.*,
    coalesce(max(p.proved) over earlier, 0) as proved_before,
    coalesce(max(p.ts) over earlier, 0) as told_before,
    coalesce(max(case when p.session_id <> '' then p.proved else 0 end) over earlier, 0) as claimed_before
  from proving p
  window earlier as (
    partition by p.channel, p.tab_id
    order by p.nth
    rows between unbounded preceding and 1 preceding
  )
), breaking as (
  select
    k.*,
    greatest(k.proved_before, k.active_at) as known_until,
    case when k.active_at - k.proved_before >= $idle_ms then 1 else 0 end
      + case when k.is_active and k.ts - greatest(k.proved_before, k.active_at) >= $idle_ms then 1 else 0 end as breaks,
    k.ts < k.told_before
      or k.active_at > k.ts
      or (k.active_at > k.proved_before and k.active_at < k.told_before) as is_odd
  from knowing k
), chained as (
  select
    b.*,
    sum(b.breaks) over (partition by b.channel, b.tab_id order by b.nth) as chain,
    max(case when b.is_odd then 1 else 0 end) over (partition by b.channel, b.tab_id) = 1 as is_unclear
  from breaking b
), started as (
  select
    c.*,
    c.is_opening
      and row_number() over (partition by c.channel, c.tab_id, c.chain, c.is_opening order by c.nth) = 1 as is_start
  from chained c
), judged as (
  select
    s.*,
    case
      when s.is_active or s.ts - s.known_until < $idle_ms
      then max(case when s.is_start then s.id else '' end) over (
        partition by s.channel, s.tab_id, s.chain
        order by s.nth
      )
      else ''
    end as found_id,
    max(case when s.is_claim then s.claims else 0 end) over (
      partition by s.channel, s.tab_id, s.session_id
    ) as opened_nth,
    row_number() over (partition by s.channel, s.tab_id, s.session_id order by s.nth) as nth_of_session,
    row_number() over (partition by s.channel, s.tab_id, s.session_id, s.is_claim order by s.nth) as nth_claim
  from started s
)
select
  i.start,
  count(*) filter (where j.is_claim) as claimed,
  count(*) filter (where j.is_claim and j.is_unclear) as unclear,
  count(*) filter (where j.is_start and not j.is_unclear) as found,
  count(*) filter (where j.is_start and not j.is_unclear and j.entry = 'article_click') as article_click,
  count(*) filter (where j.is_start and not j.is_unclear and j.entry = 'direct_link') as direct_link,
  count(*) filter (where j.is_start and not j.is_unclear and j.entry = 'search_enter') as search_enter,
${Object.entries(TAB_FAULTS)
  .map(
    ([fault, sql]) => `
  count(*) filter (where ${sql}) as ${fault},
  list_slice(
    list(concat(j."at", ' ', j.id) order by j."at", j.id) filter (where ${sql}),
    1,
    ${NAMED_AT_ONCE}
  ) as ${fault}_named`,
  )
  .join(',')}
from judged j
join interval_of($starts::bigint[], $to) i on i.quarter = j."at" // 900000
where j."at" >= $from and j."at" < $to
group by i.start
order by i.start`

/**
 * The roll-up beside the events that it is made of, for sessions of a period: those of a bucket, by the last bits of their
 * ids.
 */
export const auditRollUpSql: Statement = (d) => `
with opened as (
  select e.event_id as id, min(e."at") as started_at
  from events e
  where e.site = $site
    and e.label = ''
    and e.name = 'help.article.open'
    and e.session_id = e.event_id
    and e."at" >= $from
    and e."at" < $to
    and ${d.lastBits('e.event_id')} % $buckets = $bucket
  group by e.event_id
), folded as (
  select
    e.session_id as id,
    max(e.last_at) as last_at,
    count(*) as events,
    count(*) filter (where e.name = 'help.article.open') as articles,
    count(*) filter (where e.name = 'help.search.submit') as searches
  from events e
  semi join opened o on o.id = e.session_id
  where e.label = ''
  group by e.session_id
), expected as (
  select o.id, o.started_at, f.last_at, f.events, f.articles, f.searches
  from opened o
  join folded f on f.id = o.id
), counted as (
  select s.id, s.started_at, s.last_at, s.events, s.articles, s.searches
  from sessions s
  where s.site = $site
    and s.started_at >= $from
    and s.started_at < $to
    and ${d.lastBits('s.id')} % $buckets = $bucket
), compared as (
  select
    coalesce(x.id, c.id)::varchar as id,
    coalesce(x.started_at, c.started_at) as "at",
    case
      when c.id is null then 'not_rolled_up'
      when x.id is null then 'only_rolled_up'
      else 'rolled_up_otherwise'
    end as fault
  from expected x
  full join counted c on c.id = x.id
  where x.id is null
    or c.id is null
    or x.started_at <> c.started_at
    or coalesce(x.last_at, 0) <> coalesce(c.last_at, 0)
    or x.events <> c.events
    or x.articles <> c.articles
    or x.searches <> c.searches
)
select
  f.fault,
  count(*) as n,
  list_slice(list(concat(f."at", ' ', f.id) order by f."at", f.id), 1, ${NAMED_AT_ONCE}) as named
from compared f
group by f.fault
order by f.fault`

/** Sessions of the roll-up, which the reports count, by the day on which they started. */
export const rolledUpSql = `
select i.start, count(*) as rolled_up
from sessions s
join interval_of($starts::bigint[], $to) i on i.quarter = s.started_at // 900000
where s.site = $site and s.started_at >= $from and s.started_at < $to
group by i.start`
