import type { Statement } from '../sql/dialect.js'

/**
 * Visits by the interval on which they began: openings of articles after which, before this one, the visitor had none for
 * `$idle_ms`. Those of `$idle_ms` before the period say which of its first ones go on.
 */
export const visitsSql: Statement = ({ isBetween }) => `
with views as (
  select
    e."at",
    lag(e."at") over (partition by e.visitor_id order by e."at") as before
  from events e
  where e.site = $site and e.channel = 'help' and e.name = 'help.article.open' and e.label = ''
    and ${isBetween('e', '$from - $idle_ms', '$to - 1')}
)
select i.start, count(*) as visits
from views v
join interval_of($starts::bigint[], $to) i on i.quarter = v."at" // 900000
where v."at" >= $from and (v.before is null or v."at" - v.before >= $idle_ms)
group by i.start`
