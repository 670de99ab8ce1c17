/**
 * One row a query that $k tabs have searched, and one of all searches, whose `query` is null. $now and $idle_ms say
 * which searches have had their time to be followed by something.
 */
export const searchesSql = `
with asked as (
  select
    s.*,
    s."at" + $idle_ms <= $now as is_over,
    coalesce(1.0 / s.positions[1], 0) as reciprocal,
    list_filter(s.positions, lambda p: p is not null) as places
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
),
frequent as (
  select a.query
  from asked a
  group by a.query
  having count(distinct a.tab_id) >= $k
),
placed as (
  select a.query, unnest(a.places) as place
  from asked a
),
counted_at as (
  select p.query, grouping(p.query) as is_total, p.place, count(*)::integer as clicks
  from placed p
  where p.place <= $places
  group by grouping sets ((p.query, p.place), (p.place))
),
clicks_at as (
  select
    c.query,
    c.is_total,
    list_transform(
      range(1, max(c.place) + 1),
      lambda nth: coalesce(map(list(c.place), list(c.clicks))[nth::integer], 0)
    ) as clicks_at
  from counted_at c
  group by c.query, c.is_total
),
sum_of_places as (
  select
    p.query,
    grouping(p.query) as is_total,
    count(*) as placed,
    sum(p.place) as places,
    sum(1.0 / p.place) as reciprocals
  from placed p
  group by grouping sets ((p.query), ())
),
refined as (
  select a.query, a.refined_to, count(*) as times
  from asked a
  where a.refined_to in (select f.query from frequent f)
    and a.refined_to <> ''
  group by a.query, a.refined_to
),
mostly_refined as (
  select r.query, r.refined_to
  from refined r
  qualify row_number() over (partition by r.query order by r.times desc, r.refined_to) = 1
),
counted as (
  select
    a.query,
    grouping(a.query) as is_total,
    count(*) as searches,
    count(distinct a.tab_id) as tabs,
    count(a.results) as known,
    count(*) filter (where a.results = 0) as zero,
    count(*) filter (where a.results > 0) as found,
    count(*) filter (where a.filtered) as filtered,
    count(*) filter (where a.results is not null and a.clicks > 0) as clicked,
    coalesce(sum(a.clicks), 0) as clicks,
    coalesce(sum(a.entered), 0) as entered,
    coalesce(sum(a.reciprocal) filter (where a.results is not null), 0) as reciprocals,
    count(*) filter (where a.results > 0 and a.clicks = 0) as unclicked,
    count(*) filter (where a.refined_to <> '') as refined,
    count(*) filter (where a.is_over) as over,
    count(*) filter (where a.is_over and a.is_last) as exits,
    count(*) filter (where a.is_over and a.results > 0) as over_found,
    count(*) filter (where a.is_over and a.is_last and a.results > 0) as exits_found,
    count(*) filter (where a.is_over and a.results = 0) as over_zero,
    count(*) filter (where a.is_over and a.is_last and a.results = 0) as exits_zero,
    count(*) filter (where a.succeeded) as succeeded,
    median(a.clicked_after_ms) as click_after_median_ms,
    median(a.latency_ms) as latency_median_ms,
    quantile_disc(a.latency_ms, 0.75) as latency_p75_ms,
    coalesce(bool_or(a.synthetic), false) as synthetic
  from asked a
  group by grouping sets ((a.query), ())
)
select
  c.*,
  coalesce(m.refined_to, '') as refined_to,
  coalesce(p.clicks_at, []) as clicks_at,
  coalesce(s.placed, 0) as placed,
  coalesce(s.places, 0) as places,
  coalesce(s.reciprocals, 0) as reciprocals_of_clicks
from counted c
left join mostly_refined m on m.query = c.query and c.is_total = 0
left join clicks_at p on p.query is not distinct from c.query and p.is_total = c.is_total
left join sum_of_places s on s.query is not distinct from c.query and s.is_total = c.is_total
where c.is_total = 1 or c.query in (select f.query from frequent f)
order by c.searches desc, c.query`

/** What fewer than $k tabs have searched. */
export const withheldSql = `
with rare as (
  select count(*) as searches
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  group by s.query
  having count(distinct s.tab_id) < $k
)
select count(*) as queries, coalesce(sum(r.searches), 0) as searches
from rare r`

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
