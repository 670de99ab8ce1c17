/**
 * Searches in no session that no article was opened from, at whatever time and in whatever tab it was opened. Chosen by
 * what belongs to a session they are none.
 */
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
  and ($locale = '' or s.locale = $locale)
  and ($device = '' or s.device = $device)
  and ($channel = '' or s.channel = $channel)
  and $entry = '' and $article = ''
  and (
    $query = ''
    or s.query_id in (
      select f.query_id
      from searches f
      where f.site = $site and f.counts_at >= $from and f.counts_at < $to and f.query = $query
    )
  )
  and not exists (
    select 1
    from events o
    where o.site = $site
      and o.name = 'help.article.open'
      and o.query_id = s.query_id
  )`
