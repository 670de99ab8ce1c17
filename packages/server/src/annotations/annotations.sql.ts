import type { Statement } from '../sql/dialect.js'

export const annotationsSchemaSql: readonly string[] = [
  `
create table annotations (
  id uuid not null,
  site varchar not null,
  "at" bigint not null,
  kind varchar not null,
  text varchar not null,
  article varchar not null,
  "by" varchar not null
)`,
]

/** The same one, told again. */
export const sameAnnotationSql = `
select a.id::varchar as id
from annotations a
where a.site = $site
  and (a.id = $id::uuid or (a."at" = $at and a.kind = $kind and a.text = $text and a.article = $article))`

export const addAnnotationSql = `
insert into annotations by name
select
  $id::uuid as id,
  $site as site,
  $at as "at",
  $kind as kind,
  $text as text,
  $article as article,
  $by as "by"`

export const hasAnnotationSql = `
select a.id::varchar as id
from annotations a
where a.site = $site and a.id = $id::uuid`

export const removeAnnotationSql = `
delete from annotations a
where a.site = $site and a.id = $id::uuid`

export const annotationsSql: Statement = ({ ordered }) => `
select a.id::varchar as id, a."at", a.kind, a.text, a.article, a."by"
from annotations a
where a.site = $site
  and a."at" >= $from
  and a."at" < $to
  and ($article = '' or a.article in ('', $article))
order by a."at" desc, ${ordered('a.id')}
limit $limit`
