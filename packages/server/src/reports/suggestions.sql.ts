/** One row a list. */
export const suggestionsSql = `
with seen as (
  select v.*
  from chosen_suggestion_views($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
),
clicked as (
  select c.view_id as id, c.position, c.read
  from suggestion_clicks($site, $from) c
),
led as (
  select c.id, count(*) as clicks, count(*) filter (where c.read) as reads, list(c.position) as positions
  from clicked c
  group by c.id
),
lists as (
  select
    s.list_id,
    s.algorithm,
    s.items,
    s.session_id,
    s.synthetic,
    coalesce(l.clicks, 0) as clicks,
    coalesce(l.reads, 0) as reads,
    list_transform(
      range(1, $places + 1),
      lambda place: len(list_filter(coalesce(l.positions, []), lambda p: p = place))
    ) as clicks_at
  from seen s
  left join led l on l.id = s.id
),
places as (
  select l.list_id, l.algorithm, p.place, l.items >= p.place as is_there, l.clicks_at[p.place] as clicks
  from lists l
  cross join (select unnest(range(1, $places + 1)) as place) p
),
placed as (
  select
    p.list_id,
    p.algorithm,
    p.place,
    (count(*) filter (where p.is_there))::integer as seen,
    (count(*) filter (where p.is_there and p.clicks > 0))::integer as clicked,
    sum(p.clicks)::integer as clicks
  from places p
  group by p.list_id, p.algorithm, p.place
),
by_place as (
  select
    p.list_id,
    p.algorithm,
    list(p.seen order by p.place) as seen_at,
    list(p.clicked order by p.place) as clicked_at,
    list(p.clicks order by p.place) as clicks_at
  from placed p
  group by p.list_id, p.algorithm
)
select
  l.list_id as list,
  l.algorithm,
  count(*) as seen,
  count(*) filter (where l.clicks > 0) as clicked,
  sum(l.clicks) as clicks,
  sum(l.reads) as reads,
  any_value(p.seen_at) as seen_at,
  any_value(p.clicked_at) as clicked_at,
  any_value(p.clicks_at) as clicks_at,
  bool_or(l.synthetic) as synthetic,
  list_slice(
    list_reverse_sort(
      coalesce(
        list(distinct l.session_id::varchar) filter (
          where l.session_id is not null
            and case $explain
              when 'rows' then true
              when 'ctr' then l.clicks > 0
              when 'read_after' then l.reads > 0
              else false
            end
        ),
        []
      )
    ),
    1,
    $most
  ) as sessions
from lists l
join by_place p on p.list_id = l.list_id and p.algorithm = l.algorithm
group by l.list_id, l.algorithm
order by seen desc, l.list_id, l.algorithm`

export const clicksUnseenSql = `
select count(*) as clicks
from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
where o.via = 'suggestion'
  and not exists (
    select 1
    from suggestion_views v
    where v.list_id = o.list_id
      and case
        when o.opened_from is null then v.tab_id = o.tab_id and v.seq < o.seq
        else v.session_id = o.opened_from and v."at" <= o."at"
      end
  )`
