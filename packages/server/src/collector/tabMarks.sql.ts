/**
 * Of each tab the mark, and the numbers beyond its first gap. Nobody has to wait for the numbers of events that are
 * here, or that were turned away for good.
 */
export const tabMarksSql = `
with settled as (
  select e.tab_id, e.seq
  from events e
  where e.tab_id in (select unnest($tabs::uuid[]))
  union
  select l.tab_id, l.seq
  from ledger_events l
  where l.tab_id in (select unnest($tabs::uuid[])) and l.seq is not null
),
numbered as (
  select s.tab_id, s.seq, row_number() over (partition by s.tab_id order by s.seq) as nth
  from settled s
)
select
  n.tab_id,
  coalesce(max(n.seq) filter (where n.seq = n.nth), 0) as mark,
  list_slice(coalesce(list(n.seq order by n.seq) filter (where n.seq <> n.nth), []), 1, $most_ahead) as ahead
from numbered n
group by n.tab_id`
