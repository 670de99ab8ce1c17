/** Searches in no session that no article was opened from, at whatever time and in whatever tab it was opened. */
export const orphanSearchesSql = `
select
  count(distinct s.query_id) as orphan_searches,
  coalesce(bool_or(s.synthetic), false) as synthetic
from events s
where s.site = $site
  and s.name = 'help.search.submit'
  and s.label = ''
  and s.session_id is null
  and s.at >= $from and s.at < $to
  and not exists (
    select 1
    from events o
    where o.site = $site
      and o.name = 'help.article.open'
      and o.query_id = s.query_id
  )`
