/**
 * Each opening by a suggestion. It belongs to the last view of that list before it, no more than $click_ms ago, in its
 * own tab or in the tab whose link opened it, and so to that view's session, article and day; a click without a view to
 * its own.
 */
export const foldSuggestionClicksSql = `
create or replace temp table new_suggestion_clicks as
with taken as (
  select o.*
  from new_opens o
  where o.via = 'suggestion'
),
views as (
  select v.*
  from suggestion_views v
  where v."at" between $since - $click_ms and $until
),
here as (
  select v.*
  from views v
  semi join taken o on o.tab_id = v.tab_id
),
elsewhere as (
  select v.*
  from views v
  semi join taken o on o.opened_from = v.session_id
  qualify row_number() over (partition by v.session_id, v.list_id, v."at" order by v.seq desc) = 1
),
seen as (
  select o.id as click_id, v.*
  from taken o
  asof join here v on v.tab_id = o.tab_id and v.list_id = o.list_id and v.seq < o.seq
  where o.opened_from is null and o."at" - v."at" <= $click_ms
  union all
  select o.id, v.*
  from taken o
  asof join elsewhere v on v.session_id = o.opened_from and v.list_id = o.list_id and v."at" <= o."at"
  where o."at" - v."at" <= $click_ms
)
select
  v.id as view_id,
  o.site,
  o.tab_id,
  o.visitor_id,
  o.list_id,
  o.position,
  o.read,
  coalesce(v.algorithm, o.algorithm) as algorithm,
  v.items,
  coalesce(v.article_id, '') as article_id,
  if(v.id is null, o.channel, v.channel) as channel,
  if(v.id is null, o.session_id, v.session_id) as session_id,
  if(v.id is null, o.session_entry, v.session_entry) as session_entry,
  if(v.id is null, o.counts_at, v.counts_at) as counts_at,
  if(v.id is null, o.locale, v.locale) as locale,
  if(v.id is null, o.device, v.device) as device,
  o.synthetic
from taken o
left join seen v on v.click_id = o.id`

export const dropSuggestionClicksSql = `
delete from suggestion_clicks c
where c.tab_id between $first::uuid and $last::uuid
  and c.tab_id in (select f.tab_id from folding f)`

export const insertSuggestionClicksSql = `
insert into suggestion_clicks by name
select n.*
from new_suggestion_clicks n
order by n.counts_at`
