/**
 * What came of each session that has begun, in its own tab. An article that was opened in one session and shown again in
 * the next is read in both. `acts`: what was exchanged, without its searches, which may lie in other tabs. `searched`:
 * in it, or to come to it. `ended_well`: its last step was an article that was read, or a vote for one.
 */
export const foldOutcomesSql = `
create or replace temp table new_outcomes as
with done as (
  select
    t.tab_id,
    t.session_id,
    t.event_id,
    t.seq,
    t.name,
    t.article_id,
    t.via,
    t.name = 'help.search.submit' or (t.name = 'help.article.open' and t.query_id is not null) as is_of_search,
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
),
ended as (
  select
    d.session_id,
    d.tab_id,
    (count(distinct d.article_id) filter (where d.name = 'help.article.open'))::integer as articles,
    (
      count(*) filter (where d.is_opening)
      + count(*) filter (where d.is_opening and d.via = 'suggestion')
      + count(*) filter (where d.name in ('help.feedback.vote', 'help.contact.start'))
    )::integer as acts,
    bool_or(d.is_of_search) as searched,
    bool_or(d.read) as read,
    arg_max(d.is_good, d.seq) as ended_well,
    bool_or(d.name = 'help.contact.start') as contact_started,
    bool_or(d.name = 'help.contact.submit') as contacted
  from done d
  group by d.session_id, d.tab_id
)
select
  s.id as session_id,
  s.site,
  s.channel,
  s.tab_id,
  s.visitor_id,
  s.entry as session_entry,
  s.started_at as counts_at,
  s.article_id,
  s.via,
  s.locale,
  s.device,
  greatest(s.last_at - s.started_at, 0) as duration_ms,
  e.* exclude (session_id, tab_id),
  s.synthetic
from sessions s
join ended e on e.session_id = s.id and e.tab_id = s.tab_id
where s.started_at between $first_start and $last_start`

export const dropOutcomesSql = `
delete from outcomes o
where o.tab_id between $first::uuid and $last::uuid
  and o.tab_id in (select f.tab_id from folding f)`

export const insertOutcomesSql = `
insert into outcomes by name
select n.*
from new_outcomes n
order by n.counts_at`
