import { articleNumbersSql, readingColumns } from './articleNumbers.sql.js'

/** One row an article. */
export const articlesSql: string = articleNumbersSql({
  name: 'article_id',
  groups: 'o.article_id',
  views: (condition) => `count(*) filter (where o.is_first and ${condition})`,
})

/** How those with these names were read. */
export const articlesReadingSql: string = `
select
  o.article_id as name,
  ${readingColumns}
from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
where o.article_id in (select unnest($names::varchar[]))
group by o.article_id`

/** The sessions behind each row, the latest first. */
export const articleSessionsSql = `
select
  o.article_id as article,
  list_slice(list_reverse_sort(list(distinct o.session_id::varchar)), 1, $most) as sessions
from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
where o.session_id is not null
  and o.article_id in (select unnest($articles::varchar[]))
  and case $explain
    when 'rows' then true
    when 'read' then o.read
    when 'quick_exit' then o.quick_exit
    when 'search_again' then o.searched_again
    when 'last_article' then o.is_last
  end
group by o.article_id`
