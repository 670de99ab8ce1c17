import type { Statement } from '../sql/dialect.js'

/** Of the votes that count, how many gave which reason. */
export const reasonsSql = `
select v.value, v.reason, count(*) as votes
from chosen_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
where v.article_id = $of and v.is_last
group by v.value, v.reason
order by votes desc, v.value, v.reason`

/** What was written to it, also by those who have voted again since. */
export const commentsSql: Statement = ({ ordered }) => `
select v."at", v.article_rev as revision, v.value, v.reason, v.comment
from chosen_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
where v.article_id = $of and v.comment <> ''
order by v."at" desc, ${ordered('v.id')} desc
limit $most`

/** The lists of suggestions that were seen on it. */
export const suggestedSql = `
with clicked as (
  select c.list_id, c.algorithm, count(distinct c.view_id) as clicked
  from chosen_suggestion_clicks($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) c
  where c.article_id = $of and c.view_id is not null
  group by c.list_id, c.algorithm
),
seen as (
  select v.list_id, v.algorithm, count(*) as seen
  from chosen_suggestion_views($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  where v.article_id = $of
  group by v.list_id, v.algorithm
)
select s.list_id as list, s.algorithm, s.seen, coalesce(c.clicked, 0) as clicked
from seen s
left join clicked c on c.list_id = s.list_id and c.algorithm = s.algorithm
order by s.seen desc, s.list_id, s.algorithm`
