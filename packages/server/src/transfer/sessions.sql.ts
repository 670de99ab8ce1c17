export const countSessionsSql = `
select
  (select count(*) from sessions s where s.site = $site and s.started_at >= $from and s.started_at < $to)
  + (
    select count(*)
    from conversation_sessions c
    where c.site = $site and c.started_at >= $from and c.started_at < $to
  ) as n`

/** What one kind of session does not have is null in the rows of the other. */
export const sessionsPieceSql = `
with piece as materialized (
  select p.*
  from (
    select s.* replace (greatest(s.last_at, s.started_at) as last_at)
    from sessions s
    where s.site = $site and s.started_at >= $at and s.started_at < $to
    union all by name
    select c.*, false as synthetic, false as imported
    from conversation_sessions c
    where c.site = $site and c.started_at >= $at and c.started_at < $to
  ) p
  where p.started_at > $at or p.id > $id::uuid
  order by p.started_at, p.id
  limit $limit
)
select to_json(p)::varchar as row
from piece p
order by p.started_at, p.id`
