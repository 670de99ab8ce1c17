/** One row a form, and one of all, whose `method` is null. */
export const formsSql = `
select
  f.method,
  f.form_id as form,
  count(distinct f.session_id) as sessions,
  count(distinct f.session_id) filter (where f.opened) as opened,
  count(distinct f.session_id) filter (where f.submitted) as submitted,
  count(distinct f.session_id) filter (where f.opened and not f.submitted) as deflected,
  coalesce(bool_or(f.synthetic), false) as synthetic
from started_forms($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) f
group by grouping sets ((f.method, f.form_id), ())
order by grouping(f.method), sessions desc, f.method, f.form_id`

/** The sessions behind each form, the latest first. */
export const formSessionsSql = `
select
  f.method,
  f.form_id as form,
  list_slice(list_reverse_sort(list(distinct f.session_id::varchar)), 1, $most) as sessions
from started_forms($site, $from, $to, $locale, $device, $entry, $channel, $article, $query) f
where case $explain
  when 'rows' then true
  when 'opened' then f.opened
  when 'submitted' then f.submitted
  when 'deflected' then f.opened and not f.submitted
  else false
end
group by f.method, f.form_id`

/** $now: epoch ms. Until a session's window is over, a ticket may still come. */
export const followedSql = `
select
  count(*) as sessions,
  count(*) filter (where f.deflected) as confirmed,
  count(*) filter (where not f.asked) as potential,
  count(*) filter (where f.asked) as none,
  count(*) filter (where not f.asked and f.over_at >= $now) as provisional,
  coalesce(
    list_slice(
      list_reverse_sort(
        list(f.id::varchar) filter (
          where case $explain
            when 'confirmed' then f.deflected
            when 'potential' then not f.asked
            when 'none' then f.asked
            else false
          end
        )
      ),
      1,
      $most
    ),
    []
  ) as behind
from followed_sessions($site, $from, $to, $locale, $device, $entry, $channel, $article, $query, $window_ms) f`

/** Whoever filed a ticket and is not known here is one more. */
export const selfServiceSql = `
select
  (select count(*) from tickets t where t.site = $site) as tickets,
  (
    select count(distinct coalesce(k.visitor_id::varchar, 'ticket ' || k.ticket))
    from known_tickets($site) k
    where k."at" >= $from and k."at" < $to
  ) as users,
  (
    select count(*)
    from sessions s
    where s.site = $site and s.channel = 'help' and s.started_at >= $from and s.started_at < $to
  ) as sessions`
