export const dropContactsSql = `
delete from contacts c
where c.tab_id between $first::uuid and $last::uuid
  and c.tab_id in (select f.tab_id from folding f)`

/** `step`: start, offer or submit. */
export const insertContactsSql = `
insert into contacts by name
select
  t.event_id as id,
  t.site,
  t.channel,
  t.tab_id,
  t.visitor_id,
  t.session_id,
  t.session_entry,
  t.counts_at,
  t."at",
  t.seq,
  t.locale,
  t.device,
  split_part(t.name, '.', 3) as step,
  t.method,
  t.form_id,
  t.offered,
  t.ticket,
  t.synthetic
from told t
where t.name in ('help.contact.start', 'help.contact.offer', 'help.contact.submit')
order by t.counts_at`

export const dropSuggestionViewsSql = `
delete from suggestion_views v
where v.tab_id between $first::uuid and $last::uuid
  and v.tab_id in (select f.tab_id from folding f)`

export const insertSuggestionViewsSql = `
insert into suggestion_views by name
select
  t.event_id as id,
  t.site,
  t.channel,
  t.tab_id,
  t.visitor_id,
  t.session_id,
  t.session_entry,
  t.counts_at,
  t."at",
  t.seq,
  t.article_id,
  t.locale,
  t.device,
  t.list_id,
  t.algorithm,
  t.results as items,
  t.synthetic
from told t
where t.name = 'help.suggestion.view'
order by t.counts_at`
