/** One row an article. Of the votes of one visitor on one revision the last counts. */
export const articlesSql = `
with opened as (
  select o.*
  from chosen_opens($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) o
),
voted as (
  select v.visitor_id, v.article_id, v.article_rev, arg_max(v.value, v."at") as value
  from chosen_votes($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) v
  group by v.visitor_id, v.article_id, v.article_rev
),
votes_of as (
  select
    v.article_id,
    count(*) filter (where v.value = 1) as up,
    count(*) filter (where v.value = -1) as down
  from voted v
  group by v.article_id
),
asked as (
  select distinct o.id
  from opened o
  join contacts c on c.visitor_id = o.visitor_id
  where c.site = $site
    and c.step in ('start', 'submit')
    and c."at" >= o."at" and c."at" <= o."at" + $contact_ms
),
judged as (
  select
    o.*,
    a.id is not null as contacted,
    o.quick_exit or o.searched_again or a.id is not null or coalesce(v.value = -1, false) as failed
  from opened o
  left join asked a on a.id = o.id
  left join voted v
    on v.visitor_id = o.visitor_id and v.article_id = o.article_id and v.article_rev = o.article_rev
)
select
  j.article_id as article,
  count(*) as opens,
  count(*) filter (where j.is_first) as session_views,
  median(j.engaged_ms) as engaged_median_ms,
  quantile_disc(j.engaged_ms, 0.75) as engaged_p75_ms,
  median(j.scroll) as scroll_median,
  count(*) filter (where j.read) as reads,
  count(*) filter (where j.quick_exit) as quick_exits,
  count(*) filter (where j.is_last) as last_in_session,
  count(*) filter (where j.searched_again) as searched_again,
  count(*) filter (where j.is_first and j.contacted) as contacted,
  count(*) filter (where j.failed) as failed,
  coalesce(any_value(v.up), 0) as up,
  coalesce(any_value(v.down), 0) as down,
  bool_or(j.synthetic) as synthetic
from judged j
left join votes_of v on v.article_id = j.article_id
group by j.article_id
order by j.article_id`

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
