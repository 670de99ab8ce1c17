/** Where events are now that were listed elsewhere, or nowhere. */
export const foundSql = `
select
  e.event_id::varchar as id,
  e.site,
  e."at",
  max(e.received_at) as received_at
from events e
where e.event_id in (select unnest($ids::varchar[])::uuid)
group by e.event_id, e.site, e."at"`
