/** Each search that can have failed, by the first way in which it did. */
const judged = `judged as (
  select
    s.query as cluster,
    s.tab_id,
    s.visitor_id,
    s.session_id,
    s.synthetic,
    d.start as day,
    case
      when s.results = 0 then 1
      when s.contact_after then 2
      when s.clicks = 0 then 3
      when s.quick_exit then 4
      when s.refined_to <> '' then 5
    end as term
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  join interval_of($days::bigint[], $to) d on d.quarter = s.counts_at // 900000
  where s.results > 0
    or (s.results = 0 and not s.filtered)
)`

/**
 * One row for each of the clusters of searches with the greatest score that failed in $k tabs; today each query is a
 * cluster of its own. A search that failed in several ways failed by the first of them, and so did a visitor on a day by
 * all failed searches of that cluster. The totals stand beside each row, and alone where there is none.
 */
export const gapsSql: string = `
with ${judged},
failed as (
  select j.cluster, j.tab_id, j.visitor_id, j.day, min(j.term) as worst, count(*) as failed, bool_or(j.synthetic) as synthetic
  from judged j
  where j.term is not null
  group by j.cluster, j.tab_id, j.visitor_id, j.day
),
visits as (
  select f.cluster, min(f.worst) as worst
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
in_tabs as (
  select f.cluster, sum(f.failed) as failed, bool_or(f.synthetic) as synthetic
  from failed f
  group by f.cluster, f.tab_id
),
clusters as (
  select t.cluster, count(*) as tabs, sum(t.failed) as failed, bool_or(t.synthetic) as synthetic
  from in_tabs t
  group by t.cluster
),
counted as (
  select t.*, c.tabs, c.failed, c.synthetic
  from terms t
  join clusters c on c.cluster = t.cluster
),
searched as (
  select j.cluster, count(*) as searches
  from judged j
  group by j.cluster
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
    s.searches
  from counted c
  join searched s on s.cluster = c.cluster
  where c.tabs >= $k
  order by score desc, s.searches desc, c.cluster
  limit $limit
),
totals as (
  select
    count(*) filter (where c.tabs >= $k) as gaps,
    count(*) filter (where c.tabs < $k) as rare_queries,
    coalesce(sum(c.failed) filter (where c.tabs < $k), 0) as rare_searches,
    coalesce(bool_or(c.synthetic), false) as synthetic
  from counted c
)
select t.*, s.*
from totals t
left join shown s on true
order by s.score desc, s.searches desc, s.query`

/** The sessions of these clusters whose search failed as the visit did, the latest first. */
export const gapSessionsSql: string = `
with ${judged},
failed as (
  select
    j.cluster,
    j.session_id,
    j.term,
    min(j.term) over (partition by j.cluster, j.visitor_id, j.day) as worst
  from judged j
  where j.term is not null and j.cluster in (select unnest($clusters::varchar[]))
)
select
  f.cluster as query,
  list_slice(list_reverse_sort(list(distinct f.session_id::varchar)), 1, $most) as sessions
from failed f
where f.session_id is not null
  and f.term = f.worst
  and ($explain = 'rows' or $explain = $terms[f.worst])
group by f.cluster`
