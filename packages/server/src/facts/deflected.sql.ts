/** Who was about to ask and did not, as DuckDB's table macros over what was chosen. */
export const deflectedSql: readonly string[] = [
  /*
   * Each form that was started in a session. An article was opened that the form had offered by then: in the session
   * itself, or in the tab that one of its links opened.
   */
  `
create or replace macro started_forms(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query
) as table
with said as (
  select c.*
  from chosen_contacts(of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query) c
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
opened as (
  select distinct s.session_id, s.method, s.form_id
  from started s
  join offered f on f.session_id = s.session_id and f.method = s.method and f.form_id = s.form_id
  join opens o on o.article_id = f.article_id and (o.session_id = s.session_id or o.opened_from = s.session_id)
  where o.site = of_site
    and case
      when o.tab_id = s.tab_id then o.seq > greatest(s.seq, f.seq)
      else o."at" >= greatest(s."at", f."at")
    end
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
left join submitted b on b.session_id = s.session_id`,
  // Each session, by the tickets that its visitor filed from its start on until so long after its last activity.
  `
create or replace macro followed_sessions(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query, window_ms
) as table
with viewed as (
  select
    s.id,
    s.visitor_id,
    s.started_at,
    greatest(s.last_at, s.started_at) + window_ms as over_at,
    coalesce(o.ended_well and not o.contacted, false) as ended_well
  from chosen_sessions(of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query) s
  left join outcomes o on o.session_id = s.id and o.tab_id = s.tab_id
),
asked as (
  select distinct v.id
  from viewed v
  join known_tickets(of_site) t on t.visitor_id = v.visitor_id
  where t."at" between v.started_at and v.over_at
)
select v.id, v.over_at, a.id is not null as asked, v.ended_well and a.id is null as deflected
from viewed v
left join asked a on a.id = v.id`,
]
