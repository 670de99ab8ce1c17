/**
 * One row for each search that was made and not left unfinished, and what became of it. Its options may have been opened
 * in other tabs. A search outside any session lies in the session that its first opened option is part of: it is how
 * that one began. `first_position`, a quick exit and `clicked_after_ms` go by the first opened option. `is_again`: its tab has
 * searched this before. `failed_by`: the first of the five ways of a content gap in which it failed, 0 for none, and
 * nothing where it says nothing of the articles.
 */
export const foldSearchesSql = `
create or replace temp table new_searches as
with asked as (
  select t.*
  from told t
  where t.name = 'help.search.submit' and t.trigger <> 'leave'
  qualify row_number() over (partition by t.tab_id, t.query_id order by t.seq desc, t.event_id) = 1
),
clicked as (
  select
    a.event_id,
    count(*)::integer as clicks,
    (count(*) filter (where o.entry = 'search_enter'))::integer as entered,
    list(o.position order by o."at", o.seq, o.id) as positions,
    greatest(min(o."at") - any_value(a."at"), 0) as clicked_after_ms,
    first(o.quick_exit order by o."at", o.seq, o.id) as quick_exit,
    bool_or(o.read) as read,
    first(o.session_id order by o."at", o.seq, o.id) as session_id,
    first(o.session_entry order by o."at", o.seq, o.id) as session_entry,
    first(o.counts_at order by o."at", o.seq, o.id) as counts_at,
    first(o.locale order by o."at", o.seq, o.id) as locale,
    first(o.device order by o."at", o.seq, o.id) as device,
    first(o.seq order by o."at", o.seq, o.id) as seq
  from asked a
  join opens o on o.query_id = a.query_id
  where o."at" between $since - $early_ms and $until + $click_ms
    and o."at" between a."at" - $early_ms and a."at" + $click_ms
  group by a.event_id
),
acted as (
  select s.event_id, s.tab_id, s."at", s.seq
  from steps s
  union all
  select t.event_id, t.tab_id, t."at", t.seq
  from told t
  where t.name = 'help.feedback.vote'
),
resting as (
  select a.event_id, lead(a."at") over (partition by a.tab_id order by a.seq, a.event_id) as next_at
  from acted a
),
ahead as (
  select
    s.event_id,
    min(s.seq) filter (where s.kind = 'article') over following as next_open,
    lead(s.kind, 1, 'end') over inside as next_kind,
    lead(s.article_id) over inside as next_article,
    lead(s.via) over inside as next_via
  from steps s
  window
    inside as (partition by s.tab_id, s.session_id order by s.seq, s.event_id),
    following as (
      partition by s.tab_id
      order by s.seq, s.event_id
      rows between 1 following and unbounded following
    )
),
refined as (
  select a.event_id, arg_min(b.asked, b.seq) as refined_to
  from asked a
  join ahead h on h.event_id = a.event_id
  join asked b on b.tab_id = a.tab_id and b.seq > a.seq
  where b."at" - a."at" <= $refine_ms
    and b.asked <> a.asked
    and (h.next_open is null or b.seq < h.next_open)
  group by a.event_id
),
contacted as (
  select distinct a.event_id
  from asked a
  left join clicked c on c.event_id = a.event_id
  join contacts k on k.session_id = coalesce(a.session_id, c.session_id)
  where k.step in ('start', 'submit')
    and k.seq > case when k.tab_id = a.tab_id then a.seq else c.seq end
),
followed as (
  select distinct a.event_id
  from asked a
  join contacts k
    on k.visitor_id = a.visitor_id
    and k.site = a.site
    and k."at" between a."at" and a."at" + $contact_ms
  where k."at" between $since and $until + $contact_ms
    and k.step in ('start', 'submit')
)
select
  a.event_id as id,
  a.query_id,
  a.site,
  a.channel,
  a.tab_id,
  a.visitor_id,
  coalesce(a.session_id, c.session_id) as session_id,
  case when a.session_id is null then coalesce(c.session_entry, '') else a.session_entry end as session_entry,
  case when a.session_id is null then coalesce(c.counts_at, a.counts_at) else a.counts_at end as counts_at,
  a."at",
  a.seq,
  a.asked as query,
  a.results,
  a.latency_ms,
  a.filters is not null as filtered,
  case when a.session_id is null then coalesce(c.locale, a.locale) else a.locale end as locale,
  case when a.session_id is null then coalesce(c.device, a.device) else a.device end as device,
  coalesce(c.clicks, 0) as clicks,
  coalesce(c.entered, 0) as entered,
  coalesce(c.positions, []) as positions,
  c.positions[1] as first_position,
  c.clicked_after_ms,
  coalesce(r.refined_to, '') as refined_to,
  row_number() over (partition by a.tab_id, a.asked order by a.seq, a.event_id) > 1 as is_again,
  c.event_id is null and coalesce(w.next_at - a."at" >= $idle_ms, true) as is_last,
  case
    when a.results is null or (a.results = 0 and a.filters is not null) then null
    when a.results = 0 then 1
    when g.event_id is not null then 2
    when c.event_id is null then 3
    when c.quick_exit then 4
    when r.event_id is not null then 5
    else 0
  end as failed_by,
  coalesce(c.read, false) and r.event_id is null and k.event_id is null as succeeded,
  case when a.session_id is null then '' else h.next_kind end as next,
  case when a.session_id is not null and h.next_kind = 'article' then h.next_article else '' end as next_article,
  case when a.session_id is not null and h.next_kind = 'article' then h.next_via else '' end as next_via,
  a.synthetic
from asked a
join ahead h on h.event_id = a.event_id
join resting w on w.event_id = a.event_id
left join clicked c on c.event_id = a.event_id
left join refined r on r.event_id = a.event_id
left join contacted k on k.event_id = a.event_id
left join followed g on g.event_id = a.event_id`

export const dropSearchesSql = `
delete from searches s
where s.tab_id between $first::uuid and $last::uuid
  and s.tab_id in (select f.tab_id from folding f)`

export const insertSearchesSql = `
insert into searches by name
select n.*
from new_searches n
order by n.counts_at`
