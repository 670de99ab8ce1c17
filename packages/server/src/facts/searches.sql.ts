/**
 * One row for each search that was made and not left unfinished, and what became of it. Its options may have been opened
 * in other tabs. `quick_exit` is that of the first article opened from it.
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
    arg_min(o.position, o."at") as position,
    min(o."at") - any_value(a."at") as clicked_after_ms,
    arg_min(o.quick_exit, o."at") as quick_exit,
    bool_or(o.read) as read
  from asked a
  join opens o on o.query_id = a.query_id
  where o."at" >= $first_at
    and o."at" between a."at" - $early_ms and a."at" + $click_ms
  group by a.event_id
),
ahead as (
  select
    s.event_id,
    min(s.seq) filter (where s.kind = 'article') over following as next_open,
    lead(s."at") over (partition by s.tab_id order by s.seq, s.event_id) as next_at,
    max(s.seq) filter (where s.name = 'help.contact.submit') over session as last_contact
  from steps s
  window
    session as (partition by s.tab_id, s.session_id),
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
)
select
  a.event_id as id,
  a.query_id,
  a.site,
  a.channel,
  a.tab_id,
  a.visitor_id,
  a.session_id,
  a.session_entry,
  a.counts_at,
  a."at",
  a.seq,
  a.asked as query,
  a.results,
  a.latency_ms,
  a.filters is not null as filtered,
  a.locale,
  a.device,
  coalesce(c.clicks, 0) as clicks,
  c.position,
  greatest(c.clicked_after_ms, 0) as clicked_after_ms,
  coalesce(r.refined_to, '') as refined_to,
  c.event_id is null and coalesce(h.next_at - a."at" >= $idle_ms, true) as is_last,
  a.session_id is not null and coalesce(h.last_contact > a.seq, false) as contacted,
  coalesce(c.quick_exit, false) as quick_exit,
  coalesce(c.read, false)
    and r.event_id is null
    and not (a.session_id is not null and coalesce(h.last_contact > a.seq, false)) as succeeded,
  a.synthetic
from asked a
join ahead h on h.event_id = a.event_id
left join clicked c on c.event_id = a.event_id
left join refined r on r.event_id = a.event_id`

/** Since when the options of these searches can have been opened. */
export const firstSearchSql = `
select coalesce(min(t."at"), 0) as at
from told t
where t.name = 'help.search.submit'`

export const dropSearchesSql = `
delete from searches s
where s.tab_id in (select f.tab_id from folding f)`

export const insertSearchesSql = `
insert into searches by name
select n.*
from new_searches n
order by n.counts_at`
