/**
 * One row for each of the most frequent queries that $k tabs have searched, and one of all searches, whose `query` is
 * null. $now and $idle_ms say which searches have had their time to be followed by something.
 */
export const searchesSql = `
with asked as (
  select
    s.query,
    s.tab_id,
    s.results,
    s.latency_ms,
    s.filtered,
    s.clicks,
    s.entered,
    s.positions,
    s.clicked_after_ms,
    s.refined_to,
    s.is_last,
    s.succeeded,
    s.synthetic,
    s."at" + $idle_ms <= $now as is_over
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
),
queries as (
  select a.query, count(*) as searches, count(distinct a.tab_id) as tabs
  from asked a
  group by a.query
),
frequent as (
  select q.query, q.tabs, row_number() over (order by q.searches desc, q.query) as nth
  from queries q
  where q.tabs >= $k
),
rare as (
  select count(*) as queries, coalesce(sum(q.searches), 0) as searches
  from queries q
  where q.tabs < $k
),
listed as (
  select a.*, f.nth, f.tabs
  from asked a
  left join frequent f on f.query = a.query and f.nth <= $limit
),
placed as (
  select l.nth, unnest(l.positions) as place
  from listed l
  where l.clicks > 0
),
counted_at as (
  select p.nth, grouping(p.nth) as is_total, p.place, count(*) as clicks
  from placed p
  where p.place is not null
  group by grouping sets ((p.nth, p.place), (p.place))
),
places as (
  select
    c.nth,
    c.is_total,
    sum(c.clicks) as placed,
    sum(c.place * c.clicks) as places,
    sum(c.clicks / c.place) as reciprocals,
    list({ place: c.place, clicks: c.clicks::integer }) filter (where c.place <= $places) as clicks_at
  from counted_at c
  group by c.nth, c.is_total
),
refined as (
  select l.nth, l.refined_to, count(*) as times
  from listed l
  semi join frequent f on f.query = l.refined_to
  where l.nth is not null and l.refined_to <> ''
  group by l.nth, l.refined_to
),
mostly_refined as (
  select r.nth, r.refined_to
  from refined r
  qualify row_number() over (partition by r.nth order by r.times desc, r.refined_to) = 1
),
counted as (
  select
    l.nth,
    grouping(l.nth) as is_total,
    any_value(l.query) as query,
    any_value(l.tabs) as tabs,
    count(*) as searches,
    count(l.results) as known,
    count(*) filter (where l.results = 0) as zero,
    count(*) filter (where l.results > 0) as found,
    count(*) filter (where l.filtered) as filtered,
    count(*) filter (where l.results is not null and l.clicks > 0) as clicked,
    coalesce(sum(l.clicks), 0) as clicks,
    coalesce(sum(l.entered), 0) as entered,
    coalesce(sum(1 / l.positions[1]) filter (where l.results is not null), 0) as reciprocals,
    count(*) filter (where l.results > 0 and l.clicks = 0) as unclicked,
    count(*) filter (where l.refined_to <> '') as refined,
    count(*) filter (where l.is_over) as over,
    count(*) filter (where l.is_over and l.is_last) as exits,
    count(*) filter (where l.is_over and l.results > 0) as over_found,
    count(*) filter (where l.is_over and l.is_last and l.results > 0) as exits_found,
    count(*) filter (where l.is_over and l.results = 0) as over_zero,
    count(*) filter (where l.is_over and l.is_last and l.results = 0) as exits_zero,
    count(*) filter (where l.succeeded) as succeeded,
    median(l.clicked_after_ms) as click_after_median_ms,
    median(l.latency_ms) as latency_median_ms,
    quantile_disc(l.latency_ms, 0.75) as latency_p75_ms,
    coalesce(bool_or(l.synthetic), false) as synthetic
  from listed l
  group by grouping sets ((l.nth), ())
)
select
  c.* exclude (nth, is_total, query),
  case when c.is_total = 0 then c.query end as query,
  coalesce(m.refined_to, '') as refined_to,
  coalesce(p.clicks_at, []) as clicks_at,
  coalesce(p.placed, 0) as placed,
  coalesce(p.places, 0) as places,
  coalesce(p.reciprocals, 0) as reciprocals_of_clicks,
  r.queries as rare_queries,
  r.searches as rare_searches
from counted c
cross join rare r
left join mostly_refined m on m.nth = c.nth
left join places p on p.nth is not distinct from c.nth and p.is_total = c.is_total
where c.is_total = 1 or c.nth is not null
order by c.is_total, c.nth`

export const sessionsWithSearchSql = `
select
  count(*) as sessions,
  count(*) filter (
    where s.id in (
      select f.session_id
      from searches f
      where f.site = $site and f.counts_at >= $from and f.counts_at < $to and f.session_id is not null
    )
  ) as searched
from chosen_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s`

/** The sessions behind the rows of these queries, the latest first. */
export const searchSessionsSql = `
select
  s.query,
  list_slice(list_reverse_sort(list(distinct s.session_id::varchar)), 1, $most) as sessions
from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
where s.session_id is not null
  and s.query in (select unnest($queries::varchar[]))
  and case $explain
    when 'rows' then true
    when 'failed' then s.results is null
    when 'ctr' then s.results is not null and s.clicks > 0
    when 'zero_result' then s.results = 0
    when 'no_click' then s.results > 0 and s.clicks = 0
    when 'refined' then s.refined_to <> ''
    when 'exit' then s.is_last and s."at" + $idle_ms <= $now
    when 'success' then s.succeeded
  end
group by s.query`
