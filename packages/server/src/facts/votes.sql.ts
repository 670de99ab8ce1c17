/**
 * The votes of those who have voted in these tabs, or had before what is forgotten now, wherever they did: of those of
 * one visitor on one revision the last counts.
 */
export const foldVotesSql = `
create or replace temp table new_votes as
with cast_here as (
  select
    t.event_id as id,
    t.site,
    t.channel,
    t.tab_id,
    t.visitor_id,
    t.session_id,
    t.session_entry,
    t.counts_at,
    t."at",
    t.article_id,
    t.article_rev,
    t.locale,
    t.device,
    t.value::tinyint as value,
    t.cause as reason,
    t.comment,
    t.synthetic
  from told t
  where t.name = 'help.feedback.vote'
),
voters as (
  select c.visitor_id from cast_here c
  union
  select v.visitor_id from votes v semi join folding f on f.tab_id = v.tab_id
),
cast_by_them as (
  select c.* from cast_here c
  union all by name
  select v.* exclude (is_last)
  from votes v
  semi join voters w on w.visitor_id = v.visitor_id
  anti join folding f on f.tab_id = v.tab_id
)
select
  c.*,
  row_number() over (
    partition by c.visitor_id, c.article_id, c.article_rev
    order by c."at" desc, c.id desc
  ) = 1 as is_last
from cast_by_them c`

export const dropVotesSql = `
delete from votes v
where v.tab_id in (select f.tab_id from folding f)
  or v.visitor_id in (select n.visitor_id from new_votes n)`

export const insertVotesSql = `
insert into votes by name
select n.*
from new_votes n
order by n.counts_at`
