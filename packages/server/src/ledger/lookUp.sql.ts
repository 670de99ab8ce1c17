/** Every arrival of an event that is still known, the first one first. */
export const lookUpSql = `
select
  coalesce(nullif(e.label, ''), 'accepted') as outcome,
  '' as reason,
  e.site,
  e.received_at,
  e.name,
  e.session_id,
  e.ts,
  e.at
from events e
where e.event_id = try_cast($id as uuid)
union all
select l.outcome, l.reason, l.site, l.received_at, null, null, null, null
from ledger_events l
where l.event_id = $id
order by received_at, outcome`
