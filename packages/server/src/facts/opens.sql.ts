/**
 * Each event of an opening with the opening that it counts as, `root`. A reload within ten seconds is the same opening,
 * and so is the way back through the history within half an hour.
 */
export const findRootsSql = `
create or replace temp table opened as
with shown as (
  select
    t.event_id,
    t.tab_id,
    t.article_id,
    t.seq,
    case
      when t.nav = 'reload' then t."at" - lag(t."at") over again <= $reload_ms
      when t.nav = 'history' then t."at" - lag(t."at") over again <= $history_ms
    end as is_same
  from told t
  where t.name = 'help.article.open'
  window again as (partition by t.tab_id, t.article_id order by t.seq, t.event_id)
),
numbered as (
  select
    s.*,
    count(*) filter (where s.is_same is not true) over (
      partition by s.tab_id, s.article_id
      order by s.seq, s.event_id
    ) as nth
  from shown s
)
select
  n.event_id,
  first_value(n.event_id) over (
    partition by n.tab_id, n.article_id, n.nth
    order by n.seq, n.event_id
  ) as root
from numbered n`

/** What was done in each tab, one after the other, without what only shows again what is on screen. */
export const takeStepsSql = `
create or replace temp table steps as
with done as (
  select
    t.event_id,
    t.tab_id,
    t.session_id,
    t."at",
    t.seq,
    case t.name when 'help.article.open' then 'article' when 'help.search.submit' then 'search' else 'contact' end as kind,
    t.name,
    t.article_id,
    t.via,
    t.asked,
    o.root
  from told t
  left join opened o on o.event_id = t.event_id
  where t.name in ('help.article.open', 'help.contact.start', 'help.contact.submit')
    or (t.name = 'help.search.submit' and t.trigger <> 'leave')
)
select d.*
from done d
qualify d.root is null
  or d.root is distinct from lag(d.root) over (partition by d.tab_id order by d.seq, d.event_id)`

/**
 * $words_per_minute: Brysbaert (2019), J. of Memory and Language 109. What was opened and not told of was not read. An
 * opening failed that was left at once, searched again after, followed by a contact, or voted against in its tab.
 */
export const foldOpensSql = `
create or replace temp table new_opens as
with followed as (
  select
    s.event_id,
    lead(s.kind) over inside as next_kind,
    lead(s.via) over inside as next_via,
    lead(s.article_id) over inside as next_article,
    max(s.seq) filter (where s.kind = 'search') over session as last_search,
    arg_max(s.root, s.seq) filter (where s.kind = 'article') over session as last_root
  from steps s
  window
    session as (partition by s.tab_id, s.session_id),
    inside as (partition by s.tab_id, s.session_id order by s.seq, s.event_id)
),
asked as (
  select distinct t.event_id
  from told t
  join contacts c
    on c.visitor_id = t.visitor_id
    and c.site = t.site
    and c."at" between t."at" and t."at" + $contact_ms
  where t.name = 'help.article.open'
    and c."at" between $since and $until + $contact_ms
    and c.step in ('start', 'submit')
),
voted as (
  select t.tab_id, t.article_id, t.article_rev, arg_max(t.value, t.seq) as value
  from told t
  where t.name = 'help.feedback.vote'
  group by t.tab_id, t.article_id, t.article_rev
),
painted as (
  select v.open_id, arg_min(v.lcp, v.seq) as lcp, arg_min(v.navigation, v.seq) as navigation
  from new_page_views v
  where v.open_id is not null and v.lcp is not null
  group by v.open_id
),
last_told as (
  select t.open_id, max(t.engaged_ms) as engaged_ms, max(t.scroll) as scroll
  from told t
  where t.name = 'help.article.leave'
  group by t.open_id
),
reading as (
  select
    o.root,
    least(sum(l.engaged_ms), $longest_ms)::integer as engaged_ms,
    max(l.scroll) as scroll
  from opened o
  join last_told l on l.open_id = o.event_id
  group by o.root
),
openings as (
  select
    t.*,
    r.engaged_ms as read_ms,
    coalesce(r.scroll, 0)::utinyint as seen,
    coalesce(t.words, 0) * 60000.0 / $words_per_minute as expected_ms,
    f.next_kind,
    f.next_via,
    f.next_article,
    f.last_root,
    coalesce(f.last_search > t.seq, false) as searched_again,
    a.event_id is not null as contact_after,
    coalesce(v.value = -1, false) as voted_against,
    p.lcp,
    p.navigation as lcp_navigation
  from told t
  join opened o on o.event_id = t.event_id and o.root = t.event_id
  left join followed f on f.event_id = t.event_id
  left join reading r on r.root = t.event_id
  left join asked a on a.event_id = t.event_id
  left join voted v on v.tab_id = t.tab_id and v.article_id = t.article_id and v.article_rev = t.article_rev
  left join painted p on p.open_id = t.event_id
)
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
  t.seq,
  t.article_id,
  t.article_rev,
  t.locale,
  t.device,
  t.entry,
  t.via,
  t.query_id,
  t.list_id,
  t.algorithm,
  t.position,
  t.words,
  t.read_ms as engaged_ms,
  t.seen as scroll,
  coalesce(t.read_ms, 0) >= greatest($least_ms, 0.4 * t.expected_ms) and t.seen >= 50 as read,
  coalesce(t.read_ms, 0) < greatest($quick_ms, 0.1 * t.expected_ms)
    and (
      coalesce(t.next_kind, 'end') in ('end', 'search')
      or (t.next_kind = 'article' and t.next_via in ('home', 'nav', 'search_result'))
    ) as quick_exit,
  coalesce(t.next_kind, 'end') as next,
  case when t.next_kind = 'article' then t.next_article else '' end as next_article,
  case when t.next_kind = 'article' then t.next_via else '' end as next_via,
  t.opened_from,
  row_number() over article = 1 as is_first,
  row_number() over revision = 1 as is_first_of_rev,
  t.last_root is not distinct from t.event_id as is_last,
  t.searched_again,
  t.contact_after,
  quick_exit or t.searched_again or t.contact_after or t.voted_against as failed,
  t.lcp,
  coalesce(t.lcp_navigation, '') as lcp_navigation,
  t.synthetic
from openings t
window
  article as (partition by t.tab_id, t.session_id, t.article_id order by t.seq, t.event_id),
  revision as (partition by t.tab_id, t.session_id, t.article_id, t.article_rev order by t.seq, t.event_id)`

export const dropOpensSql = `
delete from opens o
where o.tab_id between $first::uuid and $last::uuid
  and o.tab_id in (select f.tab_id from folding f)`

export const insertOpensSql = `
insert into opens by name
select n.*
from new_opens n
order by n.counts_at`
