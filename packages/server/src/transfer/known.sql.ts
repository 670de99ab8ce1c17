/** Which of these events are here already, and which of these visitors are not let in. */
export const knownSql = `
select 'event' as what, e.event_id::varchar as id
from events e
where e.event_id between $first::uuid and $last::uuid and e.event_id in (select unnest($events::uuid[]))
union all
select 'visitor', t.visitor_hash
from erased t
where t.erased_at > $until and t.visitor_hash in (select unnest($visitors::varchar[]))`
