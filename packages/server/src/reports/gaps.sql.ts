import type { Statement } from '../sql/dialect.js'

/** How a statement finds the gap that a search `s` lies in. */
interface Clusters {
  readonly join: string
  readonly cluster: string
  /** Whether it is not known to be the first of its gap in its tab: of queries that were put together none is. */
  readonly isAgain: string
}

/** Each query is a gap of its own: joins that find nothing would nearly double what the report costs. */
const apart: Clusters = { join: '', cluster: 's.query', isAgain: 's.is_again' }

const together: Clusters = {
  join: 'left join gap_clusters g on g.site = $site and g.query = s.query',
  cluster: 'coalesce(g.cluster, s.query)',
  isAgain: 's.is_again or coalesce(g.cluster, s.query) in (select c.cluster from gap_clusters c where c.site = $site)',
}

/** Each search that failed. */
const failed = ({ join, cluster, isAgain }: Clusters): string => `failed as (
  select
    ${cluster} as cluster,
    s.tab_id,
    s.visitor_id,
    s.session_id,
    ${isAgain} as is_again,
    s.synthetic,
    d.start as day,
    s.failed_by as term
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  ${join}
  join interval_of($days::bigint[], $to) d on d.quarter = s.counts_at // 900000
  where s.failed_by > 0
)`

/** What a report asks, where editors have put queries together and where they have not. */
export interface GapStatements {
  readonly gaps: Statement
  readonly sessions: string
  readonly quiet: string
  readonly effects: Statement
}

/**
 * One row for each of the clusters of searches with the greatest score that failed in $k tabs and have $status: a query,
 * with those that editors put together with it. A search that failed in several ways failed by the first of them, and so
 * did a visitor on a day by all failed searches of that cluster. The totals stand beside each row, and alone where there is
 * none.
 */
const gapsSql =
  (of: Clusters): Statement =>
  ({ inTabs }) =>
    `
with ${failed(of)},
visits as (
  select f.cluster, min(f.term) as worst
  from failed f
  group by f.cluster, f.visitor_id, f.day
),
terms as (
  select
    v.cluster,
    count(*) filter (where v.worst = 1) as zero_result,
    count(*) filter (where v.worst = 2) as contact_after,
    count(*) filter (where v.worst = 3) as no_click,
    count(*) filter (where v.worst = 4) as quick_exit,
    count(*) filter (where v.worst = 5) as refined_away
  from visits v
  group by v.cluster
),
clusters as (
  select c.*
  from ${inTabs('failed', 'cluster')} c
),
counted as (
  select
    t.cluster,
    t.zero_result,
    t.contact_after,
    t.no_click,
    t.quick_exit,
    t.refined_away,
    c.tabs,
    c.times as failed,
    c.synthetic,
    coalesce(w.status, 'open') as status,
    w.since,
    coalesce(w.owner, '') as owner,
    coalesce(w.linked_article, '') as linked_article
  from terms t
  join clusters c on c.cluster = t.cluster
  left join gap_works w on w.site = $site and w.cluster = t.cluster
),
searched as (
  select ${of.cluster} as cluster, count(*) as searches
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  ${of.join}
  where s.failed_by is not null
  group by all
),
shown as (
  select
    c.cluster as query,
    c.zero_result * $weights[1]
      + c.contact_after * $weights[2]
      + c.no_click * $weights[3]
      + c.quick_exit * $weights[4]
      + c.refined_away * $weights[5] as score,
    c.zero_result,
    c.contact_after,
    c.no_click,
    c.quick_exit,
    c.refined_away,
    c.tabs,
    c.failed,
    s.searches,
    c.status,
    c.since,
    c.owner,
    c.linked_article
  from counted c
  join searched s on s.cluster = c.cluster
  where c.tabs >= $k and ($status = '' or c.status = $status)
  order by score desc, s.searches desc, c.cluster
  limit $limit
),
totals as (
  select
    count(*) filter (where c.tabs >= $k and ($status = '' or c.status = $status)) as gaps,
    count(*) filter (where c.tabs >= $k and c.status = 'open') as "open",
    count(*) filter (where c.tabs >= $k and c.status = 'planned') as planned,
    count(*) filter (where c.tabs >= $k and c.status = 'written') as written,
    count(*) filter (where c.tabs >= $k and c.status = 'dismissed') as dismissed,
    count(*) filter (where c.tabs < $k) as rare_queries,
    coalesce(sum(c.failed) filter (where c.tabs < $k), 0) as rare_searches,
    coalesce(bool_or(c.synthetic), false) as synthetic
  from counted c
)
select
  t.*,
  s.query,
  s.score,
  s.zero_result,
  s.contact_after,
  s.no_click,
  s.quick_exit,
  s.refined_away,
  s.tabs,
  s.failed,
  s.searches,
  s.status,
  s.since,
  s.owner,
  s.linked_article
from totals t
left join shown s on true
order by s.score desc, s.searches desc, s.query`

/** The sessions of these clusters whose search failed as the visit did, the latest first. */
const gapSessionsSql = (of: Clusters): string => `
with ${failed(of)},
judged as (
  select
    f.cluster,
    f.session_id,
    f.term,
    min(f.term) over (partition by f.cluster, f.visitor_id, f.day) as worst
  from failed f
  where f.cluster in (select unnest($clusters::varchar[]))
)
select
  j.cluster as query,
  list_slice(list_reverse_sort(list(distinct j.session_id::varchar)), 1, $most) as sessions
from judged j
where j.session_id is not null
  and j.term = j.worst
  and ($explain = 'rows' or $explain = $terms[j.worst])
group by j.cluster`

/** What editors said of gaps that failed in fewer than $k tabs, so that none is lost from sight. */
const quietGapsSql = (of: Clusters): string => `
with ${failed(of)},
tabs as (
  select f.cluster, count(distinct f.tab_id) as tabs
  from failed f
  semi join gap_works w on w.site = $site and w.cluster = f.cluster
  group by f.cluster
)
select w.cluster as query, w.status, w.since, w.owner, w.linked_article
from gap_works w
left join tabs t on t.cluster = w.cluster
where w.site = $site and coalesce(t.tabs, 0) < $k and ($status = '' or w.status = $status)
order by w.since desc, w.cluster
limit $limit`

export const queriesOfGapsSql = `
select g.cluster, list(g.query order by g.query) as queries
from gap_clusters g
where g.site = $site
group by g.cluster`

/**
 * Searches of gaps that were closed at $since, so long before and after, those that failed among them. What fewer than $k
 * tabs searched on a side is not counted on that side.
 */
const effectsSql =
  (of: Clusters): Statement =>
  ({ sideBySide }) =>
    `
with closed as (
  select m.cluster, m.since
  from ${sideBySide({ cluster: '$clusters::varchar[]', since: '$since::bigint[]' })} m
),
sided as (
  select
    c.cluster,
    s.counts_at >= c.since as is_after,
    count(*) as searches,
    count(*) filter (where s.failed_by > 0) as failed,
    count(distinct s.tab_id) as tabs
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  ${of.join}
  join closed c
    on c.cluster = ${of.cluster}
    and s.counts_at >= c.since - $around
    and s.counts_at < c.since + $around
  where s.failed_by is not null
  group by all
)
select d.cluster, d.is_after, d.searches, d.failed
from sided d
where d.tabs >= $k`

const statementsFor = (of: Clusters): GapStatements => ({
  gaps: gapsSql(of),
  sessions: gapSessionsSql(of),
  quiet: quietGapsSql(of),
  effects: effectsSql(of),
})

export const gapStatements: Readonly<Record<'apart' | 'together', GapStatements>> = {
  apart: statementsFor(apart),
  together: statementsFor(together),
}

export const anyGapWorkSql = `
select count(*) > 0 as any_work
from gap_works w
where w.site = $site`
