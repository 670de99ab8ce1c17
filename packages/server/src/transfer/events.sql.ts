import type { Statement } from '../sql/dialect.js'

export const countEventsSql = `
select count(*) as n
from events e
where e.site = $site and e."at" >= $from and e."at" < $to`

/** The keys first: whole rows would all be sorted. */
export const eventsPieceSql: Statement = (d) => `
with piece as materialized (
  select e."at", e.event_id
  from events e
  where e.site = $site
    and ${d.isBetween('e', '$at', '$to')}
    and e."at" < $to
    and (e."at" > $at or ${d.ordered('e.event_id')} > ${d.ordered('$id::uuid')})
  order by e."at", ${d.ordered('e.event_id')}
  limit $limit
)
select ${d.whole('e')}
from events e
semi join piece p on p.event_id = e.event_id and p."at" = e."at"
where e.site = $site and ${d.isBetween('e', '$at', '$to')}
order by e."at", ${d.ordered('e.event_id')}`

/** Those who were erased, whom the store does not let in yet. */
export const erasuresSql = `
select t.visitor_hash as erased, max(t.erased_at) as "erasedAt"
from erased t
where t.erased_at > $until
group by t.visitor_hash
order by t.visitor_hash`
