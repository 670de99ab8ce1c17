export const tabSeqsSql = `
select distinct e.tab_id, e.seq
from events e
where e.tab_id in (select unnest($tabs::uuid[]))`
