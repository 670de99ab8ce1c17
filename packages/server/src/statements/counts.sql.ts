/** Sessions of help by the events alone: each is its opening event. */
export const openingsByDaySql = `
select
  i.start,
  count(*) as sessions,
  count(*) filter (where e.entry = 'article_click') as article_click,
  count(*) filter (where e.entry = 'direct_link') as direct_link,
  count(*) filter (where e.entry = 'search_enter') as search_enter
from events e
join interval_of($starts::bigint[], $to) i on i.quarter = e."at" // 900000
where e.site = $site and e."at" >= $from and e."at" < $to
  and e.name = 'help.article.open' and e.event_id = e.session_id and e.label = ''
group by i.start`

export const orphanSearchesByDaySql = `
select i.start, count(*) as orphan_searches
from all_orphan_searches($site, $from, $to, '', '', '', '', '', '') s
join interval_of($starts::bigint[], $to) i on i.quarter = s.counts_at // 900000
group by i.start`

export const eventsByDaySql = `
select
  i.start,
  count(*) as stored,
  count(*) filter (where e.label = 'bot') as bot,
  count(*) filter (where e.label = 'test') as test,
  count(*) filter (where e.synthetic) as synthetic,
  count(*) filter (where e.imported) as imported
from events e
join interval_of($starts::bigint[], $to) i on i.quarter = e."at" // 900000
where e.site = $site and e."at" >= $from and e."at" < $to
group by i.start`

/** What tells whether events came or went between two looks: none of them ever changes. */
export const stateSql = `
select
  count(*) as events,
  coalesce(bit_xor(hash(e.event_id)), 0)::varchar as mark
from events e
where e.site = $site and e."at" >= $from and e."at" < $to`

export const latestSql = `
select max(e.received_at) as received_at
from events e`
