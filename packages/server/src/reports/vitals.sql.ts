/** p75 by nearest rank: of n sorted values the one at ceil(0.75 n), in whole numbers (3n + 3) // 4. */
export const vitalsSql = `
with reported as (
  select
    e.article_id,
    e.metric,
    e.navigation,
    e.value,
    e.synthetic,
    row_number() over (partition by e.tab_id, e.metric_id order by e.seq desc) as nth_last
  from events e
  where e.site = $site
    and e.name = 'browser.web_vital'
    and e.label = ''
    and e.article_id <> ''
    and e.at >= $from and e.at < $to
    and ($locale = '' or e.locale = $locale)
    and ($device = '' or e.device = $device)
    and ($channel = '' or e.channel = $channel)
    and (
      ($entry = '' and $article = '' and $query = '')
      or e.session_id in (
        select s.id
        from chosen_sessions($site, $from - $day_ms, $to, '', '', $entry, '', $article, $query) s
      )
    )
),
ranked as (
  select
    r.article_id,
    r.metric,
    r.navigation,
    r.value,
    row_number() over (partition by r.article_id, r.metric, r.navigation order by r.value) as rank,
    count(*) over (partition by r.article_id, r.metric, r.navigation) as n,
    bool_or(r.synthetic) over (partition by r.article_id, r.metric, r.navigation) as synthetic
  from reported r
  where r.nth_last = 1
)
select
  v.article_id as article,
  v.metric,
  v.navigation,
  v.value as p75,
  v.n,
  v.synthetic
from ranked v
where v.rank = (3 * v.n + 3) // 4
order by v.article_id, v.metric, v.navigation`
