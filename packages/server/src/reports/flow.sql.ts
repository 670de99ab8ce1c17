/** What followed what, with how often `from` was followed at all. An article gone back to is the same opening: what came after that is not told. */
export const flowSql = `
with chosen as (
  select s.*
  from chosen_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s
),
opened as (
  select o.*
  from opens o
  semi join chosen c on c.id = o.session_id
  where o.site = $site and o.counts_at >= $from and o.counts_at < $to
),
top as (
  select o.article_id
  from opened o
  group by o.article_id
  order by count(*) desc, o.article_id
  limit $limit
),
steps as (
  select
    c.id as session_id,
    'entry:' || c.entry as "from",
    '' as from_article,
    'article' as "to",
    c.article_id as to_article,
    c.via,
    c.synthetic
  from chosen c
  union all
  select o.session_id, 'article', o.article_id, o.next, o.next_article, o.next_via, o.synthetic
  from opened o
  union all
  select s.session_id, 'search', '', s.next, s.next_article, s.next_via, s.synthetic
  from searches s
  semi join chosen c on c.id = s.session_id
  where s.site = $site and s.counts_at >= $from and s.counts_at < $to
    and s.next <> ''
),
named as (
  select
    s.session_id,
    s.via,
    s.synthetic,
    case
      when s."from" <> 'article' then s."from"
      when s.from_article in (select t.article_id from top t) then 'article:' || s.from_article
      else 'other'
    end as "from",
    case
      when s."to" <> 'article' then s."to"
      when s.to_article in (select t.article_id from top t) then 'article:' || s.to_article
      else 'other'
    end as "to"
  from steps s
)
select
  n."from",
  n."to",
  n.via,
  count(*) as times,
  sum(count(*)) over (partition by n."from") as followed,
  bool_or(n.synthetic) as synthetic,
  list_slice(
    list_reverse_sort(coalesce(list(distinct n.session_id::varchar) filter (where $explain = 'rows'), [])),
    1,
    $most
  ) as sessions
from named n
group by n."from", n."to", n.via
order by times desc, n."from", n."to", n.via`

export const flowTotalsSql = `
select
  count(*) as sessions,
  (
    select count(distinct o.article_id)
    from opens o
    semi join chosen_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) c
      on c.id = o.session_id
    where o.site = $site and o.counts_at >= $from and o.counts_at < $to
  ) as articles
from chosen_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) s`
