export const countSessionsSql = `
select count(*) as n
from sessions s
where s.site = $site and s.started_at >= $from and s.started_at < $to`

export const sessionsPieceSql = `
with piece as materialized (
  select s.*
  from sessions s
  where s.site = $site and s.started_at >= $at and s.started_at < $to and (s.started_at > $at or s.id > $id::uuid)
  order by s.started_at, s.id
  limit $limit
)
select to_json(p)::varchar as row
from (select piece.* replace (greatest(piece.last_at, piece.started_at) as last_at) from piece) p
order by p.started_at, p.id`
