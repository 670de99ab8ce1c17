/** What a row says of its searches, `a`. */
const counts = `count(*) as searches,
    count(a.results) as known,
    count(*) filter (where a.results = 0) as zero,
    count(*) filter (where a.results > 0) as found,
    count(*) filter (where a.filtered) as filtered,
    count(*) filter (where a.results is not null and a.clicks > 0) as clicked,
    coalesce(sum(a.clicks), 0) as clicks,
    coalesce(sum(a.entered), 0) as entered,
    coalesce(sum(1 / a.first_position) filter (where a.results is not null), 0) as reciprocals,
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
    coalesce(bool_or(a.synthetic), false) as synthetic`

/** What a row says of the places that were clicked, `c`. */
const placed = `sum(c.clicks) as placed,
    sum(c.place * c.clicks) as places,
    sum(c.clicks / c.place) as reciprocals,
    list({ place: c.place, clicks: c.clicks::integer }) filter (where c.place <= $places) as clicks_at`

/**
 * One row for each of the most frequent queries that $k tabs have searched, and one of all searches, whose `query` is
 * null. $now and $idle_ms say which searches have had their time to be followed by something.
 */
export const searchesSql: string = `
with asked as not materialized (
  select s.*, s."at" + $idle_ms <= $now as is_over
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
),
again_in_tab as (
  select distinct a.query, a.tab_id
  from asked a
  where a.is_again
),
first_in_tab as (
  select a.query, a.tab_id
  from asked a
  semi join again_in_tab g on g.tab_id = a.tab_id
  where not a.is_again
),
only_again as (
  select g.query, count(*) as tabs
  from again_in_tab g
  anti join first_in_tab f on f.query = g.query and f.tab_id = g.tab_id
  group by g.query
),
made as (
  select a.query, count(*) as searches, count(*) filter (where not a.is_again) as first_in_tabs
  from asked a
  group by a.query
),
queries as (
  select m.query, m.searches, m.first_in_tabs + coalesce(o.tabs, 0) as tabs
  from made m
  left join only_again o on o.query = m.query
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
  join frequent f on f.query = a.query and f.nth <= $limit
),
refined as (
  select l.nth, l.refined_to, count(*) as times
  from listed l
  semi join frequent f on f.query = l.refined_to
  where l.refined_to <> ''
  group by l.nth, l.refined_to
),
mostly_refined as (
  select r.nth, r.refined_to
  from refined r
  qualify row_number() over (partition by r.nth order by r.times desc, r.refined_to) = 1
),
listed_places as (
  select l.nth, unnest(l.positions) as place
  from listed l
),
counted_places as (
  select p.nth, p.place, count(*) as clicks
  from listed_places p
  where p.place is not null
  group by p.nth, p.place
),
places_of as (
  select c.nth, ${placed}
  from counted_places c
  group by c.nth
),
all_places as (
  select unnest(a.positions) as place
  from asked a
),
all_counted_places as (
  select p.place, count(*) as clicks
  from all_places p
  where p.place is not null
  group by p.place
),
places_of_all as (
  select ${placed}
  from all_counted_places c
),
counted as (
  select a.nth, any_value(a.query) as query, any_value(a.tabs) as tabs, ${counts}
  from listed a
  group by a.nth
),
counted_all as (
  select ${counts}
  from asked a
),
told as (
  select c.*, m.refined_to, p.* exclude (nth, reciprocals), p.reciprocals as reciprocals_of_clicks
  from counted c
  left join mostly_refined m on m.nth = c.nth
  left join places_of p on p.nth = c.nth
  union all by name
  select c.*, p.* exclude (reciprocals), p.reciprocals as reciprocals_of_clicks
  from counted_all c
  cross join places_of_all p
)
select
  t.* exclude (nth) replace (
    coalesce(t.refined_to, '') as refined_to,
    coalesce(t.clicks_at, []) as clicks_at,
    coalesce(t.placed, 0) as placed,
    coalesce(t.places, 0) as places,
    coalesce(t.reciprocals_of_clicks, 0) as reciprocals_of_clicks
  ),
  r.queries as rare_queries,
  r.searches as rare_searches
from told t
cross join rare r
order by t.nth nulls last`

export const searchSuccessSql = `
select
  count(*) as searches,
  count(*) filter (where s.succeeded) as succeeded
from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s`

export const sessionsWithSearchSql = `
select
  count(*) as sessions,
  count(*) filter (where o.searched) as searched
from chosen_outcomes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o`

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
