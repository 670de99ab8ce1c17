/**
 * One row a cluster of searches that failed in $k tabs; today each query is a cluster of its own. A search that failed in
 * several ways failed by the first of them, and so did a visitor on a day by all failed searches of that cluster.
 */
export const gapsSql = `
with asked as (
  select s.*, s.query as cluster
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
    a.cluster,
    a.tab_id,
    a.visitor_id,
    a.session_id,
    a.synthetic,
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
  select j.*, min(j.term) over (partition by j.cluster, j.visitor_id, j.day) as worst
  from judged j
  where j.term is not null
),
counted as (
  select
    f.cluster,
    count(distinct (f.visitor_id, f.day)) filter (where f.worst = 1) as zero_result,
    count(distinct (f.visitor_id, f.day)) filter (where f.worst = 2) as contact_after,
    count(distinct (f.visitor_id, f.day)) filter (where f.worst = 3) as no_click,
    count(distinct (f.visitor_id, f.day)) filter (where f.worst = 4) as quick_exit,
    count(distinct (f.visitor_id, f.day)) filter (where f.worst = 5) as refined_away,
    count(distinct f.tab_id) as tabs,
    count(*) as failed,
    bool_or(f.synthetic) as synthetic,
    list(distinct f.session_id::varchar) filter (
      where f.session_id is not null
        and f.term = f.worst
        and case $explain
          when 'rows' then true
          when 'zero_result' then f.worst = 1
          when 'contact_after' then f.worst = 2
          when 'no_click' then f.worst = 3
          when 'quick_exit' then f.worst = 4
          when 'refined_away' then f.worst = 5
          else false
        end
    ) as sessions
  from failed f
  group by f.cluster
),
searched as (
  select j.cluster, count(*) as searches
  from judged j
  group by j.cluster
)
select
  case when c.tabs >= $k then c.cluster end as query,
  c.zero_result,
  c.contact_after,
  c.no_click,
  c.quick_exit,
  c.refined_away,
  c.tabs,
  c.failed,
  s.searches,
  c.synthetic,
  case when c.tabs >= $k then list_slice(list_reverse_sort(coalesce(c.sessions, [])), 1, $most) end as sessions
from counted c
join searched s on s.cluster = c.cluster
order by query`
