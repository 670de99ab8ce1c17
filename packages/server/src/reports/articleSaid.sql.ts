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

/**
 * The lists of suggestions that were seen on it. A click is put down to the list of that name which its reader saw last
 * before it: in the same tab, or where it opened another, in any.
 */
export const suggestedSql = `
with seen as (
  select v.*
  from chosen_suggestion_views($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  where v.article_id = $of
),
clicks as (
  select o.id, o.list_id, v.id as view_id
  from opens o
  join suggestion_views v on v.visitor_id = o.visitor_id and v.site = o.site and v.list_id = o.list_id
  where o.site = $site
    and o.via = 'suggestion'
    and o.visitor_id in (select s.visitor_id from seen s)
    and v."at" <= o."at" and v."at" >= o."at" - $within_ms
    and (v.tab_id <> o.tab_id or v.seq < o.seq)
  qualify row_number() over (
    partition by o.id
    order by v.tab_id = o.tab_id desc, v."at" desc, v.id desc
  ) = 1
)
select
  s.list_id as list,
  s.algorithm,
  count(*) as seen,
  count(*) filter (where s.id in (select c.view_id from clicks c)) as clicked
from seen s
group by s.list_id, s.algorithm
order by seen desc, s.list_id, s.algorithm`
