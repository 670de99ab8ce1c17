/** One row an interval, those without sessions too. */
export const outcomesSql = `
with intervals as (
  select i.*
  from interval_of($starts::bigint[], $to) i
),
ended as (
  select
    i.start,
    count(*) as sessions,
    count(*) filter (where o.read and not o.contacted) as found,
    count(*) filter (where not o.read and not o.contacted) as failed,
    count(*) filter (where o.contacted) as contacted,
    count(*) filter (where o.contact_started) as contact_starts,
    count(*) filter (where o.articles <= 1) as one_article,
    count(*) filter (where o.articles = 2) as two_articles,
    count(*) filter (where o.articles = 3) as three_articles,
    count(*) filter (where o.articles >= 4) as more_articles,
    median(o.duration_ms) filter (where o.duration_ms > 0) as duration_median_ms,
    count(*) filter (where o.duration_ms = 0) as one_event,
    sum(o.acts) as acts,
    bool_or(o.synthetic) as synthetic
  from chosen_outcomes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  join intervals i on i.quarter = o.counts_at // 900000
  group by i.start
),
searched as (
  select i.start, count(*) as searches
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  join intervals i on i.quarter = s.counts_at // 900000
  where s.session_entry <> ''
  group by i.start
),
voted as (
  select
    i.start,
    count(*) filter (where v.value = 1) as up,
    count(*) filter (where v.value = -1) as down,
    bool_or(v.synthetic) as synthetic
  from chosen_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  join intervals i on i.quarter = v.counts_at // 900000
  where v.is_last
  group by i.start
)
select
  i.start,
  coalesce(e.sessions, 0) as sessions,
  coalesce(e.found, 0) as found,
  coalesce(e.failed, 0) as failed,
  coalesce(e.contacted, 0) as contacted,
  coalesce(e.contact_starts, 0) as contact_starts,
  coalesce(v.up, 0) as up,
  coalesce(v.down, 0) as down,
  coalesce(e.one_article, 0) as one_article,
  coalesce(e.two_articles, 0) as two_articles,
  coalesce(e.three_articles, 0) as three_articles,
  coalesce(e.more_articles, 0) as more_articles,
  e.duration_median_ms,
  coalesce(e.one_event, 0) as one_event,
  coalesce(e.acts, 0) + coalesce(s.searches, 0) as interactions,
  coalesce(e.synthetic, false) or coalesce(v.synthetic, false) as synthetic
from (select unnest($starts::bigint[]) as start) i
left join ended e on e.start = i.start
left join searched s on s.start = i.start
left join voted v on v.start = i.start
order by i.start`

/** Of all intervals together. */
export const durationSql = `
select median(o.duration_ms) filter (where o.duration_ms > 0) as duration_median_ms
from chosen_outcomes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o`

/** The sessions behind each row, the latest first. */
export const outcomeSessionsSql = `
select
  i.start,
  list_slice(list_reverse_sort(list(o.session_id::varchar)), 1, $most) as sessions
from chosen_outcomes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
join interval_of($starts::bigint[], $to) i on i.quarter = o.counts_at // 900000
where case $explain
  when 'rows' then true
  when 'found' then o.read and not o.contacted
  when 'failed' then not (o.read or o.contacted)
  when 'contacted' then o.contacted
  when 'contact_starts' then o.contact_started
  when 'one_event' then o.duration_ms = 0
end
group by i.start`
