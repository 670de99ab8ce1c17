/**
 * What several reports say in the same way, as DuckDB's table macros over what was chosen: the votes that count, the
 * openings with what speaks against them, the numbers of articles, the queries that may be shown,
 * and the clicks on suggestions.
 */
export const judgedSql: readonly string[] = [
  // Of the votes of one visitor on one revision the last counts.
  `
create or replace macro last_votes(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query
) as table
select v.*
from chosen_votes(of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query) v
qualify row_number() over (
  partition by v.visitor_id, v.article_id, v.article_rev
  order by v."at" desc, v.id desc
) = 1`,
  `
create or replace macro judged_opens(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query, contact_within_ms
) as table
with opened as (
  select o.*
  from chosen_opens(of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query) o
),
asked as (
  select o.id
  from opened o
  semi join contacts c
    on c.visitor_id = o.visitor_id
    and c.site = of_site
    and c.step in ('start', 'submit')
    and c."at" >= o."at" and c."at" <= o."at" + contact_within_ms
)
select
  o.*,
  a.id is not null as contacted,
  o.quick_exit or o.searched_again or a.id is not null or coalesce(v.value = -1, false) as failed
from opened o
left join asked a on a.id = o.id
left join last_votes(of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query) v
  on v.visitor_id = o.visitor_id and v.article_id = o.article_id and v.article_rev = o.article_rev`,
  // '' in the place of an article is all of them. A session counts once for each row.
  `
create or replace macro article_numbers(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query, contact_within_ms,
  of_article, by_revision
) as table
with judged as (
  select
    j.*,
    case when by_revision then j.article_rev else '' end as revision,
    row_number() over (
      partition by j.tab_id, j.session_id, j.article_id, case when by_revision then j.article_rev else '' end
      order by j.seq, j.id
    ) = 1 as is_view
  from judged_opens(
    of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query, contact_within_ms
  ) j
  where of_article in ('', j.article_id)
),
votes_of as (
  select
    v.article_id,
    case when by_revision then v.article_rev else '' end as revision,
    count(*) filter (where v.value = 1) as up,
    count(*) filter (where v.value = -1) as down
  from last_votes(of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query) v
  group by all
)
select
  j.article_id as article,
  j.revision,
  min(j."at") as first_at,
  count(*) as opens,
  count(*) filter (where j.is_view) as session_views,
  median(j.engaged_ms) as engaged_median_ms,
  quantile_disc(j.engaged_ms, 0.75) as engaged_p75_ms,
  median(j.scroll) as scroll_median,
  count(*) filter (where j.read) as reads,
  count(*) filter (where j.quick_exit) as quick_exits,
  count(*) filter (where j.is_last) as last_in_session,
  count(*) filter (where j.searched_again) as searched_again,
  count(*) filter (where j.is_view and j.contacted) as contacted,
  count(*) filter (where j.failed) as failed,
  coalesce(any_value(v.up), 0) as up,
  coalesce(any_value(v.down), 0) as down,
  bool_or(j.synthetic) as synthetic
from judged j
left join votes_of v on v.article_id = j.article_id and v.revision = j.revision
group by j.article_id, j.revision`,
  // Of what the filters choose, those that enough tabs have made: nobody is known by them.
  `
create or replace macro known_queries(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, least_tabs
) as table
select q.query
from (
  select s.query, count(distinct s.tab_id) as tabs
  from chosen_searches(of_site, since, until, in_locale, on_device, by_entry, on_channel, '', '') s
  group by s.query
) q
where q.tabs >= least_tabs`,
  // A click belongs to the last view of that list before it, no more than `within_ms` ago, in its own tab or in the tab
  // whose link opened it. What can belong together lies within `around_ms` of the period.
  `
create or replace macro suggestion_clicks(of_site, since, until, around_ms, within_ms) as table
with taken as (
  select o.id, o.tab_id, o.seq, o."at", o.list_id, o.position, o.read, o.opened_from
  from opens o
  where o.site = of_site and o.counts_at >= since and o.counts_at < until + around_ms
    and o.via = 'suggestion'
),
views as (
  select v.id, v.tab_id, v.session_id, v.seq, v."at", v.list_id
  from suggestion_views v
  where v.site = of_site and v.counts_at >= since - around_ms and v.counts_at < until + around_ms
),
last_at_once as (
  select v.*
  from views v
  semi join taken o on o.opened_from = v.session_id
  qualify row_number() over (partition by v.session_id, v.list_id, v."at" order by v.seq desc) = 1
)
select o.id, v.id as view_id, o.position, o.read
from taken o
asof join views v on v.tab_id = o.tab_id and v.list_id = o.list_id and v.seq < o.seq
where o.opened_from is null and o."at" - v."at" <= within_ms
union all
select o.id, v.id as view_id, o.position, o.read
from taken o
asof join last_at_once v on v.session_id = o.opened_from and v.list_id = o.list_id and v."at" <= o."at"
where o."at" - v."at" <= within_ms`,
]
