/** One row an interval, those without sessions too. */
export const sessionsSql = `
with counted as (
  select
    i.start,
    count(*) as sessions,
    count(*) filter (where s.entry = 'article_click') as article_click,
    count(*) filter (where s.entry = 'direct_link') as direct_link,
    count(*) filter (where s.entry = 'search_enter') as search_enter,
    bool_or(s.synthetic) as synthetic
  from chosen_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  join interval_of($starts::bigint[], $to) i on i.quarter = s.started_at // 900000
  group by i.start
)
select
  i.start,
  coalesce(c.sessions, 0) as sessions,
  coalesce(c.article_click, 0) as article_click,
  coalesce(c.direct_link, 0) as direct_link,
  coalesce(c.search_enter, 0) as search_enter,
  coalesce(c.synthetic, false) as synthetic
from (select unnest($starts::bigint[]) as start) i
left join counted c on c.start = i.start
order by i.start`
