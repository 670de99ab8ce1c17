import type { Statement } from '../sql/dialect.js'

export const countSessionsSql = `
select sum(t.n)::bigint as n
from (
  select count(*) as n
  from sessions s
  where s.site = $site and s.started_at >= $from and s.started_at < $to
  union all
  select count(*)
  from conversation_sessions c
  where c.site = $site and c.started_at >= $from and c.started_at < $to
) t`

/** What one kind of session does not have is null in the rows of the other. */
export const sessionsPieceSql: Statement = (d) => `
with piece as materialized (
  select p.*
  from (
    select
      s.id,
      s.site,
      s.channel,
      s.tab_id,
      s.visitor_id,
      s.entry,
      s.via,
      s.article_id,
      s.locale,
      s.device,
      s.started_at,
      greatest(s.last_at, s.started_at) as last_at,
      s.articles,
      s.searches,
      s.events,
      s.previous_id,
      s.synthetic,
      s.imported,
      null::uuid as conversation_id,
      null::bigint as ended_at,
      null::varchar as reason,
      null::integer as interactions,
      null::integer as user_turns
    from sessions s
    where s.site = $site and s.started_at >= $at and s.started_at < $to
    union all
    select
      c.id,
      c.site,
      c.channel,
      null::uuid,
      c.visitor_id,
      null::varchar,
      null::varchar,
      null::varchar,
      null::varchar,
      null::varchar,
      c.started_at,
      c.last_at,
      null::bigint,
      null::bigint,
      null::bigint,
      c.previous_id,
      false,
      false,
      c.conversation_id,
      c.ended_at,
      c.reason,
      c.interactions,
      c.user_turns
    from conversation_sessions c
    where c.site = $site and c.started_at >= $at and c.started_at < $to
  ) p
  where p.started_at > $at or ${d.ordered('p.id')} > ${d.ordered('$id::uuid')}
  order by p.started_at, ${d.ordered('p.id')}
  limit $limit
)
select ${d.whole('p')}
from piece p
order by p.started_at, ${d.ordered('p.id')}`
