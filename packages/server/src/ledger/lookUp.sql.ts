import type { Statement } from '../sql/dialect.js'

/** Every arrival of an event that is still known, the first one first. */
export const lookUpSql: Statement = (d) => `
select a.*
from (
  select
    coalesce(nullif(e.label, ''), 'accepted') as outcome,
    '' as reason,
    e.site,
    e.received_at,
    e.name,
    e.session_id,
    e.ts,
    e."at"
  from events e
  where e.event_id = ${d.asUuid('$id')}
  union all
  select
    l.outcome,
    l.reason,
    l.site,
    l.received_at,
    null::varchar,
    null::uuid,
    null::bigint,
    null::bigint
  from ledger_events l
  where l.event_id = $id
) a
order by a.received_at, a.outcome`
