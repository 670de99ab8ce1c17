/** One row a list. The clicks that belong to no view stand beside each row, and alone where there is none. */
export const suggestionsSql = `
with clicked as (
  select c.*
  from suggestion_clicks($site, $from, $to, $around_ms, $click_ms) c
),
seen as (
  select v.id, v.list_id, v.algorithm, v.items, v.session_id, v.synthetic
  from chosen_suggestion_views($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
),
lengths as (
  select s.list_id, s.algorithm, s.items, count(*) as seen
  from seen s
  group by s.list_id, s.algorithm, s.items
),
places as (
  select
    s.list_id,
    s.algorithm,
    c.position as place,
    count(*) as clicks,
    count(distinct s.id) filter (where s.items >= c.position) as clicked
  from clicked c
  join seen s on s.id = c.view_id
  where c.position <= $places
  group by s.list_id, s.algorithm, c.position
),
led as (
  select c.view_id, count(*) as clicks, count(*) filter (where c.read) as reads
  from clicked c
  group by c.view_id
),
counted as (
  select
    s.list_id,
    s.algorithm,
    count(*) as seen,
    count(l.view_id) as clicked,
    coalesce(sum(l.clicks), 0) as clicks,
    coalesce(sum(l.reads), 0) as reads,
    bool_or(s.synthetic) as synthetic,
    list(distinct s.session_id::varchar) filter (
      where s.session_id is not null
        and case $explain
          when 'rows' then true
          when 'ctr' then l.clicks > 0
          when 'read_after' then l.reads > 0
          else false
        end
    ) as sessions
  from seen s
  left join led l on l.view_id = s.id
  group by s.list_id, s.algorithm
),
unseen as (
  select count(*) as clicks
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  anti join clicked c on c.id = o.id
  where o.via = 'suggestion'
)
select
  c.list_id as list,
  c.algorithm,
  c.seen,
  c.clicked,
  c.clicks,
  c.reads,
  c.synthetic,
  (
    select list({ items: l.items, seen: l.seen::integer })
    from lengths l
    where l.list_id = c.list_id and l.algorithm = c.algorithm
  ) as lengths,
  (
    select list({ place: p.place, clicks: p.clicks::integer, clicked: p.clicked::integer })
    from places p
    where p.list_id = c.list_id and p.algorithm = c.algorithm
  ) as places,
  list_slice(list_reverse_sort(coalesce(c.sessions, [])), 1, $most) as sessions,
  u.clicks as clicks_unseen
from unseen u
left join counted c on true
order by c.seen desc, c.list_id, c.algorithm`
