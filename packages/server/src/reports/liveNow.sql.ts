import type { Statement } from '../sql/dialect.js'
import { ofSessionsSql } from './ofSessions.sql.js'
import type { Filters } from './scope.js'

/** Events of each of the last $minutes, the latest last. A page's clock may be a little ahead: what it tells is of now. */
export const perMinuteSql =
  (filters: Filters): Statement =>
  ({ isAfter }) =>
    `
with told as (
  select greatest(($now - e."at") // 60000, 0) as ago
  from events e
  where e.site = $site and e.label = ''
    and ${isAfter('e', '$since')}
    and ($locale = '' or e.locale = $locale)
    and ($device = '' or e.device = $device)
    and ($channel = '' or e.channel = $channel)
    and ${ofSessionsSql('e.session_id', filters)}
)
select count(t.ago) as events
from (select unnest(range(0, $minutes)) as ago) m
left join told t on t.ago = m.ago
group by m.ago
order by m.ago desc`

/** The latest searches; null in the place of a query that too few tabs have made since $known_since. */
export const latestSearchesSql =
  (filters: Filters): Statement =>
  ({ ordered }) =>
    `
with made as (
  select s.id, s."at", s.query, s.results
  from searches s
  where s.site = $site
    and s."at" > $since
    -- No session lasts so long; the table lies in the order of their beginnings.
    and s.counts_at > $known_since
    and ($locale = '' or s.locale = $locale)
    and ($device = '' or s.device = $device)
    and ($entry = '' or s.session_entry = $entry)
    and ($channel = '' or s.channel = $channel)
    and ${ofSessionsSql('s.session_id', filters, ['article'])}
    and $query in ('', s.query)
  order by s."at" desc, ${ordered('s.id')} desc
  limit $limit
),
known as (
  select s.query
  from all_searches($site, $known_since, $until, $locale, $device, $entry, $channel, '', '') s
  where s.query in (select m.query from made m)
  group by s.query
  having count(distinct s.tab_id) >= $least_tabs
)
select m."at", k.query, m.results
from made m
left join known k on k.query = m.query
order by m."at" desc, ${ordered('m.id')} desc`

/** What readers looked for in vain since $since, the latest first. */
export const notFoundSql =
  (filters: Filters): Statement =>
  ({ ordered, isAfter }) =>
    `
select
  e.page,
  max(e."at") as "at",
  arg_max(e.referrer, (e."at", ${ordered('e.event_id')})) as referrer,
  count(*) as times
from events e
where e.site = $site and e.label = ''
  and e.name = 'help.error.not_found'
  and ${isAfter('e', '$since')}
  and ($locale = '' or e.locale = $locale)
  and ($device = '' or e.device = $device)
  and ($channel = '' or e.channel = $channel)
  and ${ofSessionsSql('e.session_id', filters)}
group by e.page
order by "at" desc, e.page
limit $limit`
