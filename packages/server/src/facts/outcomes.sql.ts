/**
 * What came of each session, in its own tab. An article that was opened in one session and shown again in the next is
 * read in both. `acts`: what was exchanged, without its searches, which may lie in other tabs. `ended_well`: its last
 * step was an article that was read, or a vote for one.
 */
export const foldOutcomesSql = `
create or replace temp table new_outcomes as
with done as (
  select
    t.tab_id,
    t.session_id,
    t.visitor_id,
    t.event_id,
    t.seq,
    t.name,
    t.article_id,
    t.via,
    coalesce(n.read, false) as read,
    o.root is not distinct from t.event_id as is_opening,
    case t.name
      when 'help.article.open' then coalesce(n.read, false)
      when 'help.feedback.vote' then t.value = 1
      else false
    end as is_good
  from told t
  left join opened o on o.event_id = t.event_id
  left join new_opens n on n.id = o.root
  where t.session_id is not null
    and (
      t.name in ('help.article.open', 'help.feedback.vote', 'help.contact.start', 'help.contact.submit')
      or (t.name = 'help.search.submit' and t.trigger <> 'leave')
    )
)
select
  d.session_id,
  d.tab_id,
  any_value(d.visitor_id) as visitor_id,
  (count(distinct d.article_id) filter (where d.name = 'help.article.open'))::integer as articles,
  (
    count(*) filter (where d.is_opening)
    + count(*) filter (where d.is_opening and d.via = 'suggestion')
    + count(*) filter (where d.name in ('help.feedback.vote', 'help.contact.start'))
  )::integer as acts,
  bool_or(d.read) as read,
  arg_max(d.is_good, d.seq) as ended_well,
  bool_or(d.name = 'help.contact.start') as contact_started,
  bool_or(d.name = 'help.contact.submit') as contacted
from done d
group by d.session_id, d.tab_id`

export const dropOutcomesSql = `
delete from outcomes o
where o.tab_id in (select f.tab_id from folding f)`

export const insertOutcomesSql = `
insert into outcomes by name
select n.*
from new_outcomes n`
