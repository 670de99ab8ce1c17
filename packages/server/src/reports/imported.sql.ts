/** Whether sessions of a period were read out of an access log. */
export const importedSql = `
select coalesce(bool_or(s.imported), false) as imported
from sessions s
where s.site = $site and s.started_at >= $from and s.started_at < $to`
