/** One row an interval, those without sessions too, and one without a start: all of them. */
export const outcomesSql = `
with intervals as (
  select unnest($starts::bigint[]) as start
),
ended as (
  select
    i.start,
    s.id as session_id,
    coalesce(o.articles, 0) as articles,
    coalesce(o.interactions, 0) as interactions,
    coalesce(o.read, false) as read,
    coalesce(o.contacted, false) as contacted,
    coalesce(o.contact_started, false) as contact_started,
    greatest(s.last_at - s.started_at, 0) as duration_ms,
    s.synthetic
  from chosen_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  left join outcomes o on o.session_id = s.id and o.tab_id = s.tab_id
  asof join intervals i on s.started_at >= i.start
),
voted as (
  select i.start, v.value, v.synthetic
  from last_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  asof join intervals i on v.counts_at >= i.start
),
counted as (
  select e.* from ended e
  union all by name
  select v.* from voted v
)
select
  i.start,
  count(c.session_id) as sessions,
  count(*) filter (where c.read and not c.contacted) as found,
  count(*) filter (where not c.read and not c.contacted) as failed,
  count(*) filter (where c.contacted) as contacted,
  count(*) filter (where c.contact_started) as contact_starts,
  count(*) filter (where c.value = 1) as up,
  count(*) filter (where c.value = -1) as down,
  count(*) filter (where c.articles <= 1) as one_article,
  count(*) filter (where c.articles = 2) as two_articles,
  count(*) filter (where c.articles = 3) as three_articles,
  count(*) filter (where c.articles >= 4) as more_articles,
  median(c.duration_ms) filter (where c.duration_ms > 0) as duration_median_ms,
  count(*) filter (where c.duration_ms = 0) as one_event,
  coalesce(sum(c.interactions), 0) as interactions,
  coalesce(bool_or(c.synthetic), false) as synthetic
from intervals i
left join counted c on c.start = i.start
group by grouping sets ((i.start), ())
order by i.start nulls last`

/** The sessions behind each row, the latest first. */
export const outcomeSessionsSql = `
with intervals as (
  select unnest($starts::bigint[]) as start
)
select
  i.start,
  list_slice(list_reverse_sort(list(s.id::varchar)), 1, $most) as sessions
from chosen_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
left join outcomes o on o.session_id = s.id and o.tab_id = s.tab_id
asof join intervals i on s.started_at >= i.start
where case $explain
  when 'rows' then true
  when 'found' then coalesce(o.read and not o.contacted, false)
  when 'failed' then not coalesce(o.read or o.contacted, false)
  when 'contacted' then coalesce(o.contacted, false)
  when 'contact_starts' then coalesce(o.contact_started, false)
  when 'one_event' then coalesce(s.last_at <= s.started_at, true)
end
group by i.start`
