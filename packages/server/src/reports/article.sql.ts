import { articleNumbersSql, readingColumns } from './articleNumbers.sql.js'

/** One row a revision, and one of all together, whose name is null. */
export const revisionsSql: string = articleNumbersSql({
  name: 'article_rev',
  groups: 'grouping sets ((o.article_rev), ())',
  views: (condition) => `case
      when grouping(o.article_rev) = 0 then count(*) filter (where o.is_first_of_rev and ${condition})
      else count(*) filter (where o.is_first and ${condition})
    end`,
  more: `${readingColumns},`,
  where: 'o.article_id = $of',
})

/** The sessions behind each revision, the latest first. */
export const revisionSessionsSql = `
select
  o.article_rev as revision,
  list_slice(list_reverse_sort(list(distinct o.session_id::varchar)), 1, $most) as sessions
from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
where o.article_id = $of
  and o.session_id is not null
  and case $explain
    when 'rows' then true
    when 'read' then o.read
    when 'quick_exit' then o.quick_exit
    when 'search_again' then o.searched_again
    when 'last_article' then o.is_last
  end
group by o.article_rev`

/** One row an interval, those without openings too. */
export const articleSeriesSql = `
with intervals as (
  select i.*
  from interval_of($starts::bigint[], $to) i
),
opened as (
  select i.start, o.read, o.quick_exit, o.failed, null as value
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  join intervals i on i.quarter = o.counts_at // 900000
  where o.article_id = $of
),
voted as (
  select i.start, null as read, null as quick_exit, null as failed, v.value
  from chosen_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  join intervals i on i.quarter = v.counts_at // 900000
  where v.article_id = $of and v.is_last
),
counted as (
  select o.* from opened o
  union all
  select v.* from voted v
)
select
  i.start,
  count(c.read) as opens,
  count(*) filter (where c.read) as reads,
  count(*) filter (where c.quick_exit) as quick_exits,
  count(*) filter (where c.failed) as failed,
  count(*) filter (where c.value = 1) as up,
  count(*) filter (where c.value = -1) as down
from (select unnest($starts::bigint[]) as start) i
left join counted c on c.start = i.start
group by i.start
order by i.start`

/** How its readers came. A query that too few tabs made is withheld; its openings are counted with those by none. */
export const arrivalsSql = `
with opened as (
  select o.entry, o.via, o.query_id
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  where o.article_id = $of
),
searched as (
  select s.query_id, arg_max(s.query, (s."at", s.query)) as query
  from searches s
  where s.site = $site and s.query_id in (select o.query_id from opened o)
  group by s.query_id
),
arrived as (
  select o.entry, o.via, k.query, s.query is not null and k.query is null as is_withheld
  from opened o
  left join searched s on s.query_id = o.query_id
  left join known_queries($site, $from, $to, $locale, $device, $entry, $channel, $least_tabs) k on k.query = s.query
)
select
  a.entry,
  a.via,
  a.query,
  count(*) as opens,
  count(*) filter (where a.is_withheld) as withheld
from arrived a
group by a.entry, a.via, a.query
order by opens desc, a.entry, a.via, a.query nulls first
limit $limit`

/** Where its readers went next. */
export const departuresSql = `
select o.next, o.next_article as article, count(*) as opens
from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
where o.article_id = $of
group by o.next, o.next_article
order by opens desc, o.next, o.next_article
limit $limit`

/** How many openings saw so many whole tenths of it, and no more. */
export const tenthsSeenSql = `
select o.scroll // 10 as tenths, count(*) as opens
from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
where o.article_id = $of and o.scroll is not null
group by tenths`
