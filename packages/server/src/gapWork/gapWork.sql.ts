import { type View, viewSql } from '../sql/macro.js'

/** What the changes say that hold. */
export const gapViews: readonly View[] = [
  {
    name: 'gap_values',
    body: `
select c.site, c.query, c.field, arg_max(c.value, c.nr) as value, arg_max(c."at", c.nr) as "at"
from gap_changes c
where c.undone_by is null
group by c.site, c.query, c.field`,
  },
  {
    name: 'gap_clusters',
    body: `
select v.site, v.query, v.value as cluster
from gap_values v
where v.field = 'cluster' and v.value <> v.query`,
  },
  {
    name: 'gap_works',
    body: `
select
  v.site,
  v.query as cluster,
  coalesce(max(v.value) filter (where v.field = 'status'), 'open') as status,
  coalesce(max(v."at") filter (where v.field = 'status'), max(v."at")) as since,
  coalesce(max(v.value) filter (where v.field = 'owner'), '') as owner,
  coalesce(max(v.value) filter (where v.field = 'linked_article'), '') as linked_article
from gap_values v
anti join gap_clusters g on g.site = v.site and g.query = v.query
where v.field <> 'cluster'
group by v.site, v.query`,
  },
]

/**
 * Every change ever made, so that each can be told and taken back: the latest that holds says what is. One change may be
 * several rows. `query` is the gap that is spoken of, or for the field `cluster` the query that lies in it.
 */
export const gapWorkSchemaSql: readonly string[] = [
  `
create table gap_changes (
  nr integer not null,
  site varchar not null,
  did varchar not null,
  "at" bigint not null,
  "by" varchar not null,
  query varchar not null,
  field varchar not null,
  value varchar not null,
  undone_by varchar
)`,
  ...gapViews.map(viewSql),
]

export const valuesOfGapSql = `
select v.field, v.value
from gap_values v
where v.site = $site and v.query = $query and v.field <> 'cluster'`

/** Where a query lies; without a row, in the gap of its own name. */
export const clusterOfSql = `
select g.cluster
from gap_clusters g
where g.site = $site and g.query = $query`

export const queriesInSql = `
select g.query
from gap_clusters g
where g.site = $site and g.cluster = $cluster
order by g.query`

export const nextChangeSql = `
select coalesce(max(c.nr), 0) + 1 as nr
from gap_changes c`

export const insertChangeSql = `
insert into gap_changes by name
select
  $nr as nr,
  $site as site,
  $did as did,
  $at as "at",
  $by as "by",
  n.query,
  n.field,
  n.value
from (
  select
    unnest($queries::varchar[]) as query,
    unnest($fields::varchar[]) as field,
    unnest($values::varchar[]) as value
) n`

export const standingChangeSql = `
select count(*) as rows
from gap_changes c
where c.site = $site and c.nr = $nr and c.undone_by is null`

export const undoChangeSql = `
update gap_changes
set undone_by = $by
where site = $site and nr = $nr`

/** Queries that would lie in a gap that itself lies in another one. */
export const tangledSql = `
select g.query, g.cluster
from gap_clusters g
semi join gap_clusters w on w.site = g.site and w.query = g.cluster
where g.site = $site
order by g.query
limit 1`

export const toldChangesSql = `
select c.nr, c.did, c."at", c."by", c.query, c.field, c.value, c.undone_by
from gap_changes c
where c.site = $site
  and c.nr in (select distinct n.nr from gap_changes n where n.site = $site order by n.nr desc limit $limit)
order by c.nr desc, c.query, c.field`

/** Whether enough tabs have searched it, ever, that it is about nobody. */
export const isKnownSql = `
select count(*) >= $k as known
from (
  select distinct s.tab_id
  from searches s
  where s.site = $site and s.query = $query
  limit $k
)`
