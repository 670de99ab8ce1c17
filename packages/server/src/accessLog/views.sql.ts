import type { Statement } from '../sql/dialect.js'

export const viewsSql = `
create table views as
select
  v.id,
  any_value(v.visitor) as visitor,
  any_value(v."at") as "at",
  any_value(v.page) as page,
  any_value(v.article_id) as article_id,
  any_value(v.lang) as lang,
  any_value(v.from_host) as from_host,
  any_value(v.via) as via,
  any_value(v.device) as device
from read_json(
  $file,
  format = 'newline_delimited',
  columns = {
    'id': 'varchar',
    'visitor': 'varchar',
    'at': 'bigint',
    'page': 'varchar',
    'article_id': 'varchar',
    'lang': 'varchar',
    'from_host': 'varchar',
    'via': 'varchar',
    'device': 'varchar'
  }
) v
group by v.id`

/** What earlier imports made of the same time: see `knownViewsSql`. */
export const knownSql = `
create table known as
select k.*
from read_json(
  $file,
  format = 'newline_delimited',
  columns = {
    'id': 'varchar',
    'visitor': 'varchar',
    'at': 'bigint',
    'tab': 'varchar',
    'seq': 'bigint',
    'session': 'varchar'
  }
) k`

export const spanSql = `
select
  count(*) as views,
  coalesce(min(v."at"), 0) as first,
  coalesce(max(v."at"), 0) as last
from views v`

export const newViewsSql = `
select count(*) as n
from views v
anti join known k on k.id = v.id`

/** Visitor by visitor in the order of time. `last_seq` of a view that is known: how far its tab goes. */
export const orderedViewsSql = `
select
  coalesce(k.id, v.id) as id,
  coalesce(k.visitor, v.visitor) as visitor,
  coalesce(k."at", v."at") as "at",
  v.page,
  v.article_id,
  v.lang,
  v.from_host,
  v.via,
  v.device,
  k.tab,
  k.seq,
  k.session,
  k.last_seq,
  v.id is not null as is_read
from views v
full join (
  select k.*, max(k.seq) over (partition by k.tab) as last_seq
  from known k
) k on k.id = v.id
where v.id is not null
  or k.visitor in (select o.visitor from views o)
order by visitor, "at", id`

/**
 * What earlier imports put into the store, some at a time. Views of half an hour around those that are read now are of
 * the same visits.
 */
export const knownViewsSql: Statement = (d) => `
select
  e.event_id::varchar as id,
  e.visitor_id::varchar as visitor,
  e."at",
  e.tab_id::varchar as tab,
  e.seq,
  e.session_id::varchar as session
from events e
where e.site = $site and e.imported and e.name = 'help.article.open'
  and e."at" between $first and $last
  and ${d.ordered('e.event_id')} > ${d.ordered('$after::uuid')}
order by id
limit $limit`

export const anyImportedSql = `
select count(*) as n
from (select 1 from events e where e.imported limit 1)`
