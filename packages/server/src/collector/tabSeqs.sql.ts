/** The numbers that nobody has to wait for: of events that are here, and of those that were turned away for good. */
export const tabSeqsSql = `
select e.tab_id, e.seq
from events e
where e.tab_id in (select unnest($tabs::uuid[]))
union
select l.tab_id, l.seq
from ledger_events l
where l.tab_id in (select unnest($tabs::uuid[])) and l.seq is not null`
