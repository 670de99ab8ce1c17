import { UNSEEN_SQL } from '../unseen.js'

/** The next tabs to be folded, and what they span. */
export const takeTabsSql = `
create or replace temp table folding as
with next as (
  select t.tab_id
  from touched t
  order by t.tab_id
  limit $tabs
)
select distinct n.tab_id
from next n`

export const tabsSql = `
select
  count(*) as tabs,
  min(f.tab_id)::varchar as first,
  max(f.tab_id)::varchar as last
from folding f`

/** When something was done in those tabs, by what is there and by what was folded before. */
export const reachSql = `
with done as (
  select e."at"
  from events e
  semi join folding f on f.tab_id = e.tab_id
  where e.tab_id between $first::uuid and $last::uuid
  union all
  select o."at"
  from opens o
  semi join folding f on f.tab_id = o.tab_id
  where o.tab_id between $first::uuid and $last::uuid
  union all
  select c."at"
  from contacts c
  semi join folding f on f.tab_id = c.tab_id
  where c.tab_id between $first::uuid and $last::uuid
)
select min(d."at") as since, max(d."at") as until
from done d`

/** The tabs in which searches were made whose options were opened in tabs that are folded: what became of those searches has changed. */
export const takeSearchedTabsSql = `
insert into folding
select distinct s.tab_id
from (
  select m.tab_id, m.query_id, m."at"
  from searches m
  union all
  select o.tab_id, o.query_id, o.counts_at as "at"
  from orphan_searches o
) s
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
  where o.tab_id between $first::uuid and $last::uuid
    and o.query_id is not null
) chosen on chosen.query_id = s.query_id
anti join folding f on f.tab_id = s.tab_id
where s."at" between $since - $click_ms and $until + $early_ms`

/** The tabs that were opened by suggestions seen in tabs that are folded. */
export const takeSuggestedTabsSql = `
insert into folding
select distinct o.tab_id
from opens o
semi join (
  select e.session_id
  from events e
  semi join folding f on f.tab_id = e.tab_id
  where e.tab_id between $first::uuid and $last::uuid
    and e.name = 'help.suggestion.view'
  union all
  select v.session_id
  from suggestion_views v
  semi join folding f on f.tab_id = v.tab_id
  where v.tab_id between $first::uuid and $last::uuid
) seen on seen.session_id = o.opened_from
anti join folding f on f.tab_id = o.tab_id
where o.via = 'suggestion'
  and o."at" between $since and $until + $click_ms`

/** The tabs in which something came shortly before the same visitor asked for help in a tab that is folded. */
export const takeAskedTabsSql = `
insert into folding
with asked as (
  select e.site, e.visitor_id, e."at"
  from events e
  semi join folding f on f.tab_id = e.tab_id
  where e.tab_id between $first::uuid and $last::uuid
    and e.name in ('help.contact.start', 'help.contact.submit')
    and e.label = ''
  union all
  select c.site, c.visitor_id, c."at"
  from contacts c
  semi join folding f on f.tab_id = c.tab_id
  where c.tab_id between $first::uuid and $last::uuid
    and c.step in ('start', 'submit')
),
followed as (
  select o.tab_id
  from opens o
  join asked a on a.visitor_id = o.visitor_id and a.site = o.site
  where o."at" between $since - $contact_ms and $until
    and a."at" between o."at" and o."at" + $contact_ms
  union
  select s.tab_id
  from searches s
  join asked a on a.visitor_id = s.visitor_id and a.site = s.site
  where s."at" between $since - $contact_ms and $until
    and a."at" between s."at" and s."at" + $contact_ms
)
select w.tab_id
from followed w
anti join folding f on f.tab_id = w.tab_id`

/** The events of those tabs that a fact is made of, with the session that each is counted in. */
export const tellTabsSql: string = `
create or replace temp table told as
with picked as (
  select
    e.event_id,
    e.name,
    e.site,
    e.channel,
    e.tab_id,
    e.seq,
    e.session_id,
    e.visitor_id,
    e."at",
    e.locale,
    e.device,
    e.article_id,
    e.article_rev,
    e.entry,
    e.via,
    e.nav,
    e.opened_from,
    e.query_id,
    e.query,
    e.trigger,
    e.results,
    e.latency_ms,
    e.filters,
    e.position,
    e.list_id,
    e.algorithm,
    e.words,
    e.open_id,
    e.engaged_ms,
    e.scroll,
    e.value,
    e.cause,
    e.comment,
    e.method,
    e.form_id,
    e.offered,
    e.ticket,
    e.synthetic
  from events e
  semi join folding f on f.tab_id = e.tab_id
  where e.tab_id between $first::uuid and $last::uuid
    and e.label = ''
    and e.name not in ('help.article.progress', 'browser.web_vital', 'help.error.not_found')
)
select
  p.* exclude (query) replace (coalesce(o.locale, p.locale) as locale, coalesce(o.device, p.device) as device),
  coalesce(o.entry, '') as session_entry,
  coalesce(o."at", p."at") as counts_at,
  case
    when p.query = '' then ''
    else trim(
      regexp_replace(
        regexp_replace(lower(p.query), '${UNSEEN_SQL}', '', 'g'),
        '[\\p{P}\\p{S}\\p{Z}\\s\\v]+',
        ' ',
        'g'
      )
    )
  end as asked
from picked p
left join picked o on o.event_id = p.session_id and o.name = 'help.article.open'`

/** When those events happened, and when their sessions began. */
export const spanSql = `
select
  coalesce(min(t."at"), 0) as since,
  coalesce(max(t."at"), 0) as until,
  coalesce(min(t.counts_at), 0) as first_start,
  coalesce(max(t.counts_at), 0) as last_start
from told t`

export const untouchSql = `
delete from touched t
where t.tab_id between $first::uuid and $last::uuid
  and t.tab_id in (select f.tab_id from folding f)`
