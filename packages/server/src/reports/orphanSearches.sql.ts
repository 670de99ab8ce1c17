export const orphanSearchesSql = `
select
  count(*) as orphan_searches,
  coalesce(bool_or(s.synthetic), false) as synthetic
from chosen_orphan_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s`
