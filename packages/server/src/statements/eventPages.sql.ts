import type { Statement } from '../sql/dialect.js'
import { canonicalSql } from './canonicalForm.js'

/** Ids come once in a store that nobody has tampered with; where one comes twice, the hashes have an order, too. */
export const hashedEventsSql =
  (version: number): Statement =>
  (d) =>
    `
with hashed as (
  select
    e.event_id,
    e."at" // 900000 as quarter,
    sha256(${canonicalSql(d, version)}) as hash
  from events e
  where e.site = $site and e."at" >= $from and e."at" < $to
    and ${d.ordered('e.event_id')} >= ${d.ordered('$first::uuid')}
    and ($next::uuid is null or ${d.ordered('e.event_id')} < ${d.ordered('$next::uuid')})
)
select
  i.start,
  count(*) as events,
  string_agg(h.event_id::varchar, '' order by ${d.ordered('h.event_id')}, h.hash) as ids,
  string_agg(h.hash, '' order by ${d.ordered('h.event_id')}, h.hash) as hashes
from hashed h
join interval_of($starts::bigint[], $to) i on i.quarter = h.quarter
group by i.start
order by i.start`

/** The ids at which the second page of a day begins, the third, and so on. */
export const pageStartsSql: Statement = (d) => `
with numbered as (
  select e.event_id, row_number() over (order by ${d.ordered('e.event_id')}) as n
  from events e
  where e.site = $site and e."at" >= $from and e."at" < $to
)
select distinct d.event_id::varchar as id
from numbered d
where d.n > 1 and (d.n - 1) % $most = 0
order by id`
