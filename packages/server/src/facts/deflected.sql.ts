import { type Macro, macroSql } from '../sql/macro.js'
import { scope } from './chosen.sql.js'

/** Who was about to ask and did not, over what was chosen. */
export const deflectedMacros: readonly Macro[] = [
  /*
   * Each form that was started in a session. An article was opened that the form had offered by then: in the session
   * itself, or in the tab that one of its links opened.
   */
  {
    name: 'started_forms',
    parameters: scope,
    body: `
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
offers as (
  select f.session_id, f.method, f.form_id, s.tab_id, f.article_id, greatest(s.seq, f.seq) as seq, greatest(s."at", f."at") as "at"
  from started s
  join offered f on f.session_id = s.session_id and f.method = s.method and f.form_id = s.form_id
),
opened as (
  select f.session_id, f.method, f.form_id
  from offers f
  join opens o on o.session_id = f.session_id and o.article_id = f.article_id
  where o.site = of_site
    and case when o.tab_id = f.tab_id then o.seq > f.seq else o."at" >= f."at" end
  union
  select f.session_id, f.method, f.form_id
  from offers f
  join opens o on o.opened_from = f.session_id and o.article_id = f.article_id
  where o.site = of_site
    and case when o.tab_id = f.tab_id then o.seq > f.seq else o."at" >= f."at" end
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
  },
  // Each session, by the tickets that its visitor filed from its start on until so long after its last activity.
  {
    name: 'followed_sessions',
    parameters: [...scope, 'window_ms'],
    body: `
with viewed as (
  select
    o.session_id as id,
    o.visitor_id,
    o.counts_at as started_at,
    o.counts_at + o.duration_ms + window_ms as over_at,
    o.ended_well and not o.contacted as ended_well
  from chosen_outcomes(of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query) o
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
  },
]

export const deflectedSql: readonly string[] = deflectedMacros.map(macroSql)
