/**
 * One row a list, with how many were how long, and what was opened from it at each place. The clicks that belong to no
 * view stand beside each row, and alone where there is none.
 */
export const suggestionsSql = `
with seen as (
  select v.list_id, v.algorithm, v.items, count(*) as seen, bool_or(v.synthetic) as synthetic
  from chosen_suggestion_views($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  group by v.list_id, v.algorithm, v.items
),
lists as (
  select
    s.list_id,
    s.algorithm,
    sum(s.seen) as seen,
    bool_or(s.synthetic) as synthetic,
    list({ items: s.items, seen: s.seen::integer }) as lengths
  from seen s
  group by s.list_id, s.algorithm
),
clicks as (
  select c.list_id, c.algorithm, c.view_id, c.position as place, c.items, c.read
  from chosen_suggestion_clicks($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) c
),
clicked as (
  select
    c.list_id,
    c.algorithm,
    count(distinct c.view_id) as clicked,
    count(*) as clicks,
    count(*) filter (where c.read) as reads
  from clicks c
  where c.view_id is not null
  group by c.list_id, c.algorithm
),
at_places as (
  select
    c.list_id,
    c.algorithm,
    c.place,
    count(*) as clicks,
    count(distinct c.view_id) filter (where c.items >= c.place) as clicked
  from clicks c
  where c.view_id is not null and c.place <= $places
  group by c.list_id, c.algorithm, c.place
),
places as (
  select
    p.list_id,
    p.algorithm,
    list({ place: p.place, clicks: p.clicks::integer, clicked: p.clicked::integer }) as places
  from at_places p
  group by p.list_id, p.algorithm
),
unseen as (
  select count(*) as clicks
  from clicks c
  where c.view_id is null
)
select
  l.list_id as list,
  l.algorithm,
  l.seen,
  coalesce(c.clicked, 0) as clicked,
  coalesce(c.clicks, 0) as clicks,
  coalesce(c.reads, 0) as reads,
  l.synthetic,
  l.lengths,
  p.places,
  u.clicks as clicks_unseen
from unseen u
left join lists l on true
left join clicked c on c.list_id = l.list_id and c.algorithm = l.algorithm
left join places p on p.list_id = l.list_id and p.algorithm = l.algorithm
order by l.seen desc, l.list_id, l.algorithm`

/** The sessions behind each list, the latest first. */
export const suggestionSessionsSql = `
with behind as (
  select v.list_id, v.algorithm, v.session_id
  from chosen_suggestion_views($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  where $explain = 'rows'
  union all
  select c.list_id, c.algorithm, c.session_id
  from chosen_suggestion_clicks($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) c
  where c.view_id is not null
    and ($explain = 'ctr' or ($explain = 'read_after' and c.read))
)
select
  b.list_id as list,
  b.algorithm,
  list_slice(list_reverse_sort(list(distinct b.session_id::varchar)), 1, $most) as sessions
from behind b
where b.session_id is not null
group by b.list_id, b.algorithm`
