import type { Statement } from '../sql/dialect.js'

/** The events of the tab around the event that opened a session. */
export const tabEventsSql: Statement = (d) => `
with opening as (
  select o.site, o.channel, o.tab_id, o.seq
  from events o
  where o.event_id = $id::uuid and o.session_id = $id::uuid and o.name = 'help.article.open'
)
select ${d.whole('e')}
from events e
join opening o on o.site = e.site and o.channel = e.channel and o.tab_id = e.tab_id
where e.seq between o.seq - $before and o.seq + $after
order by e.seq`
