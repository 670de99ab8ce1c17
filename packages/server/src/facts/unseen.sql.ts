import { UNSEEN_SQL } from '../unseen.js'

/** For stores whose searches were told apart by what shows nothing: their tabs are folded anew, and work on gaps goes along. */
export const forgetUnseenSql: readonly string[] = [
  `
insert into touched
select distinct e.tab_id
from events e
where regexp_matches(e.query, '${UNSEEN_SQL}')`,
  `
update gap_changes
set query = trim(regexp_replace(regexp_replace(query, '${UNSEEN_SQL}', '', 'g'), ' +', ' ', 'g'))
where regexp_matches(query, '${UNSEEN_SQL}')`,
  `
update gap_changes
set value = trim(regexp_replace(regexp_replace(value, '${UNSEEN_SQL}', '', 'g'), ' +', ' ', 'g'))
where field = 'cluster' and regexp_matches(value, '${UNSEEN_SQL}')`,
]
