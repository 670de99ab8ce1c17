/**
 * What a report is asked about, as DuckDB's table macros: each takes the same scope, and '' chooses all. An article or a
 * search chooses the sessions in which it occurs.
 */
export const chosenSql: readonly string[] = [
  `
create or replace macro sessions_with(of_site, since, until, with_article, with_query) as table
select o.session_id
from opens o
where with_article <> ''
  and o.site = of_site and o.counts_at >= since and o.counts_at < until
  and o.article_id = with_article
  and (
    with_query = ''
    or o.session_id in (
      select s.session_id
      from searches s
      where s.site = of_site and s.counts_at >= since and s.counts_at < until and s.query = with_query
    )
  )
union all
select s.session_id
from searches s
where with_article = '' and with_query <> ''
  and s.site = of_site and s.counts_at >= since and s.counts_at < until
  and s.query = with_query`,
  `
create or replace macro chosen_opens(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query
) as table
select o.*
from opens o
where o.site = of_site and o.counts_at >= since and o.counts_at < until
  and (in_locale = '' or o.locale = in_locale)
  and (on_device = '' or o.device = on_device)
  and (by_entry = '' or o.session_entry = by_entry)
  and (on_channel = '' or o.channel = on_channel)
  and (
    (with_article = '' and with_query = '')
    or o.session_id in (select w.session_id from sessions_with(of_site, since, until, with_article, with_query) w)
  )`,
  `
create or replace macro chosen_searches(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query
) as table
select s.*
from searches s
where s.site = of_site and s.counts_at >= since and s.counts_at < until
  and (in_locale = '' or s.locale = in_locale)
  and (on_device = '' or s.device = on_device)
  and (by_entry = '' or s.session_entry = by_entry)
  and (on_channel = '' or s.channel = on_channel)
  and (
    (with_article = '' and with_query in ('', s.query))
    or s.session_id in (select w.session_id from sessions_with(of_site, since, until, with_article, with_query) w)
  )`,
  `
create or replace macro chosen_votes(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query
) as table
select v.*
from votes v
where v.site = of_site and v.counts_at >= since and v.counts_at < until
  and (in_locale = '' or v.locale = in_locale)
  and (on_device = '' or v.device = on_device)
  and (by_entry = '' or v.session_entry = by_entry)
  and (on_channel = '' or v.channel = on_channel)
  and (
    (with_article = '' and with_query = '')
    or v.session_id in (select w.session_id from sessions_with(of_site, since, until, with_article, with_query) w)
  )`,
  `
create or replace macro chosen_contacts(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query
) as table
select c.*
from contacts c
where c.site = of_site and c.counts_at >= since and c.counts_at < until
  and (in_locale = '' or c.locale = in_locale)
  and (on_device = '' or c.device = on_device)
  and (by_entry = '' or c.session_entry = by_entry)
  and (on_channel = '' or c.channel = on_channel)
  and (
    (with_article = '' and with_query = '')
    or c.session_id in (select w.session_id from sessions_with(of_site, since, until, with_article, with_query) w)
  )`,
  `
create or replace macro chosen_suggestion_views(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query
) as table
select v.*
from suggestion_views v
where v.site = of_site and v.counts_at >= since and v.counts_at < until
  and (in_locale = '' or v.locale = in_locale)
  and (on_device = '' or v.device = on_device)
  and (by_entry = '' or v.session_entry = by_entry)
  and (on_channel = '' or v.channel = on_channel)
  and (
    (with_article = '' and with_query = '')
    or v.session_id in (select w.session_id from sessions_with(of_site, since, until, with_article, with_query) w)
  )`,
  `
create or replace macro chosen_sessions(
  of_site, since, until, in_locale, on_device, by_entry, on_channel, with_article, with_query
) as table
select s.*
from sessions s
where s.site = of_site and s.started_at >= since and s.started_at < until
  and (in_locale = '' or s.locale = in_locale)
  and (on_device = '' or s.device = on_device)
  and (by_entry = '' or s.entry = by_entry)
  and (on_channel = '' or s.channel = on_channel)
  and (
    (with_article = '' and with_query = '')
    or s.id in (select w.session_id from sessions_with(of_site, since, until, with_article, with_query) w)
  )`,
]
