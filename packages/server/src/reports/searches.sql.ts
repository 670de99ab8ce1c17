import type { Statement } from '../sql/dialect.js'

/** What a row says of its searches, `a`. */
const counts = `count(*) as searches,
    count(a.results) as known,
    count(*) filter (where a.results = 0) as zero,
    count(*) filter (where a.results > 0) as found,
    count(*) filter (where a.filtered) as filtered,
    count(*) filter (where a.results is not null and a.clicks > 0) as clicked,
    coalesce(sum(a.clicks), 0) as clicks,
    coalesce(sum(a.entered), 0) as entered,
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

/** The places that were clicked from a search, and the first of them once more below zero. */
const clickedPlaces = (search: string): string =>
  `list_append(${search}.positions, case when ${search}.results is not null then -${search}.first_position end)`

/**
 * One row for each of the most frequent queries that $k tabs have searched, and one of all searches, whose `query` is
 * null. Sums of shares are made in the order of the places, or their last digits would be those of a thread. $now and $idle_ms say which searches have had their time to be followed by something.
 */
export const searchesSql: Statement = ({ inTabs }) => `
with asked as not materialized (
  select s.*, s."at" + $idle_ms <= $now as is_over
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
),
queries as (
  select m.*
  from ${inTabs('asked', 'query')} m
),
frequent as (
  select q.query, q.tabs, (row_number() over (order by q.times desc, q.query))::bigint as nth
  from queries q
  where q.tabs >= $k
),
rare as (
  select count(*) as queries, coalesce(sum(q.times), 0) as searches
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
placed as (
  select l.nth, unnest(${clickedPlaces('l')}) as place
  from listed l
  where l.clicks > 0
  union all
  select 0::bigint as nth, unnest(${clickedPlaces('a')}) as place
  from asked a
  where a.clicks > 0
),
counted_places as (
  select
    p.nth,
    abs(p.place) as place,
    count(*) filter (where p.place > 0) as clicks,
    count(*) filter (where p.place < 0) as first_clicks
  from placed p
  where p.place is not null
  group by p.nth, abs(p.place)
),
places_of as (
  select
    c.nth,
    sum(c.clicks) as placed,
    sum(c.place * c.clicks) as places,
    list_sum(list(c.clicks / c.place order by c.place)) as reciprocals_of_clicks,
    list_sum(list(c.first_clicks / c.place order by c.place)) as reciprocals,
    list({ place: c.place, clicks: c.clicks::integer }) filter (where c.place <= $places) as clicks_at
  from counted_places c
  group by c.nth
),
counted as (
  select a.nth, any_value(a.query) as query, any_value(a.tabs) as tabs, ${counts}
  from listed a
  group by a.nth
  union all
  select 0::bigint as nth, null as query, 0::bigint as tabs, ${counts}
  from asked a
),
counted_with_places as (
  select
    c.*,
    coalesce(p.placed, 0) as placed,
    coalesce(p.places, 0) as places,
    coalesce(p.reciprocals_of_clicks, 0) as reciprocals_of_clicks,
    coalesce(p.reciprocals, 0) as reciprocals,
    coalesce(p.clicks_at, []) as clicks_at
  from counted c
  left join places_of p on p.nth = c.nth
),
told as (
  select c.*, coalesce(m.refined_to, '') as refined_to
  from counted_with_places c
  left join mostly_refined m on m.nth = c.nth
)
select t.* exclude (nth), r.queries as rare_queries, r.searches as rare_searches
from told t
cross join rare r
order by t.nth`

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
