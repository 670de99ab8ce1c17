/** Of the votes that count, how many gave which reason. */
export const reasonsSql = `
select v.value, v.reason, count(*) as votes
from last_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
where v.article_id = $of
group by v.value, v.reason
order by votes desc, v.value, v.reason`

/** What was written to it, also by those who have voted again since. */
export const commentsSql = `
select v."at", v.article_rev as revision, v.value, v.reason, v.comment
from chosen_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
where v.article_id = $of and v.comment <> ''
order by v."at" desc, v.id desc
limit $most`

/** The lists of suggestions that were seen on it. */
export const suggestedSql = `
with seen as (
  select v.id, v.list_id, v.algorithm
  from chosen_suggestion_views($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  where v.article_id = $of
)
select
  s.list_id as list,
  s.algorithm,
  count(*) as seen,
  count(*) filter (where s.id in (select c.view_id from suggestion_clicks($site, $from, $to, $around_ms, $click_ms) c)) as clicked
from seen s
group by s.list_id, s.algorithm
order by seen desc, s.list_id, s.algorithm`
