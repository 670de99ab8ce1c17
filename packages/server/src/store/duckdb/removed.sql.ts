/**
 * What the store took out by itself: how many events, and when, never whose or which. It tells those who miss events
 * later that somebody asked for it.
 */
export const removedSchemaSql: readonly string[] = [
  `
create table removed (
  removed_at bigint not null,
  cause varchar not null,
  before bigint,
  events bigint not null
)`,
]

export const noteErasedSql = `
insert into removed
values ($now, 'erased', null, $events)`

/** Of what was forgotten only the latest moment matters. */
export const dropForgottenSql = `
delete from removed r
where r.cause = 'forgotten' and r.before <= $before`

export const noteForgottenSql = `
insert into removed
values ($now, 'forgotten', $before, $events)`

/** Events that visitors had erased since a moment, and before which moment events were forgotten; epoch ms. */
export const removedSinceSql = `
select
  coalesce(sum(r.events) filter (where r.cause = 'erased' and r.removed_at >= $since), 0) as erased,
  max(r.before) filter (where r.cause = 'forgotten') as forgotten_before
from removed r`
