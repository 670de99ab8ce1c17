/**
 * One row for each view of an article that was measured, with the vitals that its page told last. The nth LCP of an
 * opening and its nth CLS are of one view. It lies in the session of its opening; where that is not known, in that of
 * the first event that told of it. `seq`: the first event.
 */
export const foldPageViewsSql = `
create or replace temp table new_page_views as
with reported as (
  select
    e.site,
    e.channel,
    e.tab_id,
    e.visitor_id,
    last_value(e.session_id) over metric as session_id,
    last_value(e."at") over metric as "at",
    last_value(e.seq) over metric as seq,
    e.open_id,
    e.article_id,
    e.locale,
    e.device,
    e.navigation,
    e.metric,
    e.value,
    e.synthetic
  from events e
  semi join folding f on f.tab_id = e.tab_id
  where e.tab_id between $first::uuid and $last::uuid
    and e.name = 'browser.web_vital'
    and e.label = ''
    and e.article_id <> ''
  window metric as (
    partition by e.tab_id, e.metric_id
    order by e.seq desc, e.event_id desc
    rows between unbounded preceding and unbounded following
  )
  qualify row_number() over metric = 1
),
numbered as (
  select
    r.*,
    row_number() over (
      partition by r.tab_id, r.open_id, r.article_id, r.navigation, r.metric
      order by r.seq
    ) as nth
  from reported r
),
views as (
  select
    n.tab_id,
    n.open_id,
    n.article_id,
    n.navigation,
    min(n.seq) as seq,
    arg_min(n.site, n.seq) as site,
    arg_min(n.channel, n.seq) as channel,
    arg_min(n.visitor_id, n.seq) as visitor_id,
    arg_min_null(n.session_id, n.seq) as session_id,
    arg_min(n."at", n.seq) as "at",
    arg_min(n.locale, n.seq) as locale,
    arg_min(n.device, n.seq) as device,
    max(n.value) filter (where n.metric = 'LCP') as lcp,
    max(n.value) filter (where n.metric = 'INP') as inp,
    max(n.value) filter (where n.metric = 'CLS') as cls,
    max(n.value) filter (where n.metric = 'FCP') as fcp,
    max(n.value) filter (where n.metric = 'TTFB') as ttfb,
    bool_or(n.synthetic) as synthetic
  from numbered n
  group by n.tab_id, n.open_id, n.article_id, n.navigation, n.nth
),
opening as (
  select t.event_id, t.session_id, t.session_entry, t.counts_at, t.locale, t.device
  from told t
  where t.name = 'help.article.open'
)
select
  v.* replace (
    coalesce(o.session_id, v.session_id) as session_id,
    coalesce(o.locale, s.locale, v.locale) as locale,
    coalesce(o.device, s.device, v.device) as device
  ),
  coalesce(o.session_entry, s.session_entry, '') as session_entry,
  coalesce(o.counts_at, s.counts_at, v."at") as counts_at
from views v
left join opening o on o.event_id = v.open_id
left join opening s on s.event_id = v.session_id`

export const dropPageViewsSql = `
delete from page_views v
where v.tab_id between $first::uuid and $last::uuid
  and v.tab_id in (select f.tab_id from folding f)`

export const insertPageViewsSql = `
insert into page_views by name
select n.* exclude ("at", seq, open_id)
from new_page_views n
order by n.counts_at`
