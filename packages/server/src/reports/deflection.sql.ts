/** A tab that a link of a session opened begins its own session soon after. Articles of other times need not be looked at. */
const OPENED_WITHIN_MS = 86_400_000

/**
 * Each form that was started in a session. An article was opened that the form had offered by then: in the session itself,
 * or in the tab that one of its links opened.
 */
const startedForms = `
with said as (
  select c.*
  from chosen_contacts($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) c
  where c.session_id is not null
),
started as (
  select
    c.session_id,
    c.tab_id,
    c.method,
    c.form_id,
    min(c.seq) as seq,
    min(c."at") as "at",
    min(c.counts_at) as counts_at,
    bool_or(c.synthetic) as synthetic
  from said c
  where c.step = 'start'
  group by c.session_id, c.tab_id, c.method, c.form_id
),
offered as (
  select c.session_id, c.method, c.form_id, c.seq, c."at", unnest(c.offered) as article_id
  from said c
  where c.step = 'offer'
),
offers as (
  select
    f.session_id,
    f.method,
    f.form_id,
    s.tab_id,
    s.counts_at,
    f.article_id,
    greatest(s.seq, f.seq) as seq,
    greatest(s."at", f."at") as "at"
  from started s
  join offered f on f.session_id = s.session_id and f.method = s.method and f.form_id = s.form_id
),
near as (
  select o.session_id, o.opened_from, o.article_id, o.tab_id, o.seq, o."at", o.counts_at
  from opens o
  where o.site = $site
    and o.counts_at >= $from - ${OPENED_WITHIN_MS} and o.counts_at < $to + ${OPENED_WITHIN_MS}
),
led as (
  select n.session_id as led_by, n.article_id, n.tab_id, n.seq, n."at", n.counts_at
  from near n
  where n.session_id is not null
  union all
  select n.opened_from as led_by, n.article_id, n.tab_id, n.seq, n."at", n.counts_at
  from near n
  where n.opened_from is not null
),
opened as (
  select distinct f.session_id, f.method, f.form_id
  from led l
  join offers f on f.session_id = l.led_by and f.article_id = l.article_id
  where case when l.tab_id = f.tab_id then l.seq > f.seq else l."at" >= f."at" end
    and l.counts_at between f.counts_at - ${OPENED_WITHIN_MS} and f.counts_at + ${OPENED_WITHIN_MS}
),
submitted as (
  select distinct c.session_id
  from said c
  where c.step = 'submit'
)
select
  s.session_id,
  s.method,
  s.form_id,
  s.synthetic,
  o.session_id is not null as opened,
  b.session_id is not null as submitted
from started s
left join opened o on o.session_id = s.session_id and o.method = s.method and o.form_id = s.form_id
left join submitted b on b.session_id = s.session_id`

/** Each session, by the tickets that its visitor filed from its start on until so long after its last activity. */
const followedSessions = `
with viewed as (
  select
    o.session_id as id,
    o.visitor_id,
    o.counts_at as started_at,
    o.counts_at + o.duration_ms + $window_ms as over_at,
    o.ended_well and not o.contacted as ended_well
  from chosen_outcomes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
),
asked as (
  select distinct v.id
  from viewed v
  join known_tickets($site) t on t.visitor_id = v.visitor_id
  where t."at" between v.started_at and v.over_at
)
select v.id, v.over_at, a.id is not null as asked, v.ended_well and a.id is null as deflected
from viewed v
left join asked a on a.id = v.id`

/** One row a form, and one of all, whose `method` is null. */
export const formsSql: string = `
select
  f.method,
  f.form_id as form,
  count(distinct f.session_id) as sessions,
  count(distinct f.session_id) filter (where f.opened) as opened,
  count(distinct f.session_id) filter (where f.submitted) as submitted,
  count(distinct f.session_id) filter (where f.opened and not f.submitted) as deflected,
  coalesce(bool_or(f.synthetic), false) as synthetic
from (${startedForms}) f
group by grouping sets ((f.method, f.form_id), ())
order by grouping(f.method), sessions desc, f.method, f.form_id`

/** The sessions behind each form, the latest first. */
export const formSessionsSql: string = `
select
  f.method,
  f.form_id as form,
  list_slice(list_reverse_sort(list(distinct f.session_id::varchar)), 1, $most) as sessions
from (${startedForms}) f
where case $explain
  when 'rows' then true
  when 'opened' then f.opened
  when 'submitted' then f.submitted
  when 'deflected' then f.opened and not f.submitted
  else false
end
group by f.method, f.form_id`

/** $now: epoch ms. Until a session's window is over, a ticket may still come. */
export const followedSql: string = `
select
  count(*) as sessions,
  count(*) filter (where f.deflected) as confirmed,
  count(*) filter (where not f.asked) as potential,
  count(*) filter (where f.asked) as none,
  count(*) filter (where not f.asked and f.over_at >= $now) as provisional,
  coalesce(
    list_slice(
      list_reverse_sort(
        list(f.id::varchar) filter (
          where case $explain
            when 'confirmed' then f.deflected
            when 'potential' then not f.asked
            when 'none' then f.asked
            else false
          end
        )
      ),
      1,
      $most
    ),
    []
  ) as behind
from (${followedSessions}) f`

/** Whoever filed a ticket and is not known here is one more. */
export const selfServiceSql = `
select
  (select count(*) from tickets t where t.site = $site) as tickets,
  (
    select count(distinct coalesce(k.visitor_id::varchar, 'ticket ' || k.ticket))
    from known_tickets($site) k
    where k."at" >= $from and k."at" < $to
  ) as users,
  (
    select count(*)
    from sessions s
    where s.site = $site and s.channel = 'help' and s.started_at >= $from and s.started_at < $to
  ) as sessions`
