/**
 * One row for each of the clusters of searches with the greatest score that failed in $k tabs; today each query is a
 * cluster of its own. A search that failed in several ways failed by the first of them, and so did a visitor on a day by
 * all failed searches of that cluster. The totals stand beside each row, and alone where there is none.
 */
export const gapsSql = `
with asked as (
  select s.id, s.query as cluster, s.tab_id, s.visitor_id, s.session_id, s.counts_at, s."at", s.results, s.clicks,
    s.quick_exit, s.refined_to, s.synthetic
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  where s.results > 0
    or (s.results = 0 and not s.filtered)
),
days as (
  select unnest($days::bigint[]) as day
),
contacted as (
  select distinct a.id
  from asked a
  join contacts c on c.visitor_id = a.visitor_id
  where c.site = $site
    and c.step in ('start', 'submit')
    and c."at" >= a."at" and c."at" <= a."at" + $contact_ms
),
judged as (
  select
    a.*,
    d.day,
    case
      when a.results = 0 then 1
      when c.id is not null then 2
      when a.clicks = 0 then 3
      when a.quick_exit then 4
      when a.refined_to <> '' then 5
    end as term
  from asked a
  asof join days d on a.counts_at >= d.day
  left join contacted c on c.id = a.id
),
failed as (
  select
    j.*,
    min(j.term) over visit as worst,
    row_number() over visit = 1 as counts
  from judged j
  where j.term is not null
  window visit as (partition by j.cluster, j.visitor_id, j.day order by j.term)
),
counted as (
  select
    f.cluster,
    count(*) filter (where f.counts and f.worst = 1) as zero_result,
    count(*) filter (where f.counts and f.worst = 2) as contact_after,
    count(*) filter (where f.counts and f.worst = 3) as no_click,
    count(*) filter (where f.counts and f.worst = 4) as quick_exit,
    count(*) filter (where f.counts and f.worst = 5) as refined_away,
    count(distinct f.tab_id) as tabs,
    count(*) as failed,
    bool_or(f.synthetic) as synthetic,
    list(distinct f.session_id::varchar) filter (
      where $explain <> ''
        and f.session_id is not null
        and f.term = f.worst
        and ($explain = 'rows' or $explain = $terms[f.worst])
    ) as sessions
  from failed f
  group by f.cluster
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
    s.searches,
    list_slice(list_reverse_sort(coalesce(c.sessions, [])), 1, $most) as sessions
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
