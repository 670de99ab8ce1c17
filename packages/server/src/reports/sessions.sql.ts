/** One row an interval, those without sessions too. */
export const sessionsSql = `
with intervals as (
  select unnest($starts::bigint[]) as start
),
counted as (
  select i.start, s.entry, s.synthetic
  from chosen_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  asof join intervals i on s.started_at >= i.start
)
select
  i.start,
  count(c.entry) as sessions,
  count(*) filter (where c.entry = 'article_click') as article_click,
  count(*) filter (where c.entry = 'direct_link') as direct_link,
  count(*) filter (where c.entry = 'search_enter') as search_enter,
  coalesce(bool_or(c.synthetic), false) as synthetic
from intervals i
left join counted c on c.start = i.start
group by i.start
order by i.start`
