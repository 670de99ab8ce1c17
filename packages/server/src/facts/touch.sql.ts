export const touchArrivedSql = `
insert into touched
select distinct a.tab_id
from arrived a
where a.label = ''
  and a.channel = 'help'`

export const touchVisitorSql = `
insert into touched
select distinct e.tab_id
from events e
where e.visitor_id = $visitor::uuid`

export const touchBeforeSql = `
insert into touched
select distinct e.tab_id
from events e
where e."at" < $before`

/** At once, whatever is folded when. */
export const eraseFactsSql: readonly string[] = [
  'delete from opens o where o.visitor_id = $visitor::uuid',
  'delete from searches s where s.visitor_id = $visitor::uuid',
  'delete from orphan_searches s where s.visitor_id = $visitor::uuid',
  'delete from votes v where v.visitor_id = $visitor::uuid',
  'delete from contacts c where c.visitor_id = $visitor::uuid',
  'delete from suggestion_views v where v.visitor_id = $visitor::uuid',
  'delete from suggestion_clicks c where c.visitor_id = $visitor::uuid',
  'delete from page_views v where v.visitor_id = $visitor::uuid',
  'delete from outcomes o where o.visitor_id = $visitor::uuid',
]
