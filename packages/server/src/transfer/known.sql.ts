import type { Statement } from '../sql/dialect.js'

/** Which of these events are here already, and which of these visitors are not let in. */
export const knownSql: Statement = (d) => `
select 'event' as what, e.event_id::varchar as id
from events e
where ${d.ordered('e.event_id')} between ${d.ordered('$first::uuid')} and ${d.ordered('$last::uuid')}
  and e.event_id in (select unnest($events::uuid[]))
union all
select 'visitor' as what, t.visitor_hash as id
from erased t
where t.erased_at > $until and t.visitor_hash in (select unnest($visitors::varchar[]))`
