/** p75 by nearest rank: of n sorted values the one at ceil(0.75 n), in whole numbers (3n + 3) // 4. */
export const vitalsSql = `
with limits as (
  select unnest($metrics::varchar[]) as metric, unnest($good::double[]) as good, unnest($poor::double[]) as poor
),
reported as (
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
    row_number() over (alike order by r.value) as rank,
    count(*) over alike as n,
    count(*) filter (where r.value <= l.good) over alike as good,
    count(*) filter (where r.value > l.poor) over alike as poor,
    bool_or(r.synthetic) over alike as synthetic
  from reported r
  join limits l on l.metric = r.metric
  where r.nth_last = 1
  window alike as (partition by r.article_id, r.metric, r.navigation)
)
select
  v.article_id as article,
  v.metric,
  v.navigation,
  v.value as p75,
  v.n,
  v.good,
  v.poor,
  v.synthetic
from ranked v
where v.rank = (3 * v.n + 3) // 4
order by v.article_id, v.metric, v.navigation`

/**
 * What came of openings, by the largest paint that was measured of them: the first one, where a page that came back was
 * measured again. One article, or with '' all.
 */
export const speedSql = `
with reported as (
  select
    e.open_id,
    e.navigation,
    e.value,
    min(e.seq) over (partition by e.tab_id, e.metric_id) as first_seq
  from events e
  where e.site = $site
    and e.name = 'browser.web_vital'
    and e.metric = 'LCP'
    and e.label = ''
    and e.at >= $from - $day_ms
  qualify row_number() over (partition by e.tab_id, e.metric_id order by e.seq desc) = 1
),
measured as (
  select
    r.open_id,
    arg_min(r.navigation, r.first_seq) as navigation,
    arg_min(r.value, r.first_seq) as value
  from reported r
  where r.open_id is not null
  group by r.open_id
),
rated as (
  select
    m.navigation,
    case when m.value <= $good then 'good' when m.value <= $poor then 'needs_improvement' else 'poor' end as speed,
    o.read,
    o.quick_exit
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  join measured m on m.open_id = o.id
  where $of in ('', o.article_id)
)
select
  r.navigation,
  r.speed,
  count(*) as opens,
  count(*) filter (where r.read) as reads,
  count(*) filter (where r.quick_exit) as quick_exits
from rated r
group by r.navigation, r.speed
order by r.navigation, r.speed`
