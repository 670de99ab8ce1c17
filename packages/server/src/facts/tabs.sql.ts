/** The next tabs to be folded, and what they span. */
export const takeTabsSql = `
create or replace temp table folding as
select distinct t.tab_id
from touched t
order by t.tab_id
limit $tabs`

export const spanSql = `
select
  count(*) as tabs,
  min(f.tab_id)::varchar as first,
  max(f.tab_id)::varchar as last
from folding f`

/**
 * The tabs in which searches were made whose options were opened in tabs that are folded, or had been before what is
 * forgotten now: what became of those searches has changed.
 */
export const takeSearchedTabsSql = `
insert into folding
select distinct s.tab_id
from searches s
semi join (
  select e.query_id
  from events e
  semi join folding f on f.tab_id = e.tab_id
  where e.tab_id between $first::uuid and $last::uuid
    and e.name = 'help.article.open'
    and e.query_id is not null
  union all
  select o.query_id
  from opens o
  semi join folding f on f.tab_id = o.tab_id
  where o.query_id is not null
) chosen on chosen.query_id = s.query_id
anti join folding f on f.tab_id = s.tab_id`

/** The events of those tabs that a fact is made of, with the session that each is counted in. */
export const tellTabsSql = `
create or replace temp table told as
with picked as (
  select e.*
  from events e
  semi join folding f on f.tab_id = e.tab_id
  where e.tab_id between $first::uuid and $last::uuid
    and e.label = ''
    and e.name not in ('help.article.progress', 'browser.web_vital', 'help.error.not_found')
)
select
  p.*,
  coalesce(o.entry, '') as session_entry,
  coalesce(o."at", p."at") as counts_at,
  trim(regexp_replace(lower(p.query), '[\\p{P}\\p{S}\\p{Z}\\s\\v]+', ' ', 'g')) as asked
from picked p
left join picked o on o.event_id = p.session_id and o.name = 'help.article.open'`

export const untouchSql = `
delete from touched t
where t.tab_id in (select f.tab_id from folding f)`
