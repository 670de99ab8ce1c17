/**
 * What followed what in the sessions, each step by itself. An article gone back to is the same opening: what came after
 * that is not told.
 */
const steps = `articles as (
  select o.article_id, row_number() over (order by count(*) desc, o.article_id)::integer as nth
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  where o.session_entry <> ''
  group by o.article_id
),
top as (
  select a.*
  from articles a
  where a.nth <= $limit
),
steps as (
  select
    s.session_id,
    'entry:' || s.session_entry as "from",
    null as from_article,
    'article' as "to",
    s.article_id as to_article,
    s.via,
    s.synthetic
  from chosen_outcomes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  union all
  select o.session_id, 'article', o.article_id, o.next, o.next_article, o.next_via, o.synthetic
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
  where o.session_entry <> ''
  union all
  select s.session_id, 'search', null, s.next, s.next_article, s.next_via, s.synthetic
  from chosen_searches($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
  where s.session_entry <> '' and s.next <> ''
),
placed as (
  select s.session_id, s."from", f.nth as from_nth, s."to", t.nth as to_nth, s.via, s.synthetic
  from steps s
  left join top f on f.article_id = s.from_article
  left join top t on t.article_id = s.to_article
)`

/** The name of a step, of an article by its place among the most opened, `nth`. */
const nodeOf = (step: string, nth: string, article: string): string =>
  `case when ${step} <> 'article' then ${step} when ${nth} is null then 'other' else 'article:' || ${article} end`

const named = `
  ${nodeOf('p."from"', 'p.from_nth', 'f.article_id')} as "from",
  ${nodeOf('p."to"', 'p.to_nth', 't.article_id')} as "to",
  p.via`

/** With how often `from` was followed at all, and how many articles were opened. */
export const flowSql: string = `
with ${steps},
counted as (
  select p."from", p.from_nth, p."to", p.to_nth, p.via, count(*) as times, bool_or(p.synthetic) as synthetic
  from placed p
  group by all
)
select
  ${named},
  p.times,
  sum(p.times) over (partition by p."from", p.from_nth) as followed,
  p.synthetic,
  (select count(*) from articles) as articles
from counted p
left join top f on f.nth = p.from_nth
left join top t on t.nth = p.to_nth
order by p.times desc, "from", "to", p.via`

/** The sessions behind each row, the latest first. */
export const flowSessionsSql: string = `
with ${steps},
counted as (
  select p."from", p.from_nth, p."to", p.to_nth, p.via, list(distinct p.session_id::varchar) as sessions
  from placed p
  group by all
)
select
  ${named},
  list_slice(list_reverse_sort(p.sessions), 1, $most) as sessions
from counted p
left join top f on f.nth = p.from_nth
left join top t on t.nth = p.to_nth`
