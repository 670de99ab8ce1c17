export const countEventsSql = `
select count(*) as n
from events e
where e.site = $site and e."at" >= $from and e."at" < $to`

/** The keys first: whole rows would all be sorted. As JSON, because fifty columns cost more to hand over than to write. */
export const eventsPieceSql = `
with piece as materialized (
  select e."at", e.event_id
  from events e
  where e.site = $site and e."at" >= $at and e."at" < $to and (e."at" > $at or e.event_id > $id::uuid)
  order by e."at", e.event_id
  limit $limit
)
select to_json(e)::varchar as row
from events e
semi join piece p on p.event_id = e.event_id and p."at" = e."at"
order by e."at", e.event_id`

/** Those who were erased, whom the store does not let in yet. */
export const erasuresSql = `
select t.visitor_hash as erased, max(t.erased_at) as "erasedAt"
from erased t
where t.erased_at > $until
group by t.visitor_hash
order by t.visitor_hash`
