import { conversationGoesSql, emptySessionsSql, eventGoesSql, sessionGoesSql } from './goes.sql.js'

/**
 * How much of what goes happened in each quarter of an hour, in which the days of every time zone begin: events when
 * they happened, sessions when they started.
 */
export const oldSql: string = `
with old as (
  select e."at", 0::integer as sessions, 1::integer as events
  from events e
  where ${eventGoesSql}
  union all
  select coalesce(s.started_at, s.last_at), 1, 0
  from sessions s
  where ${sessionGoesSql}
  union all
  select coalesce(y.latest_at, $before - 1), 1, 0
  from (${emptySessionsSql}) y
  where y.latest_at is null or y.latest_at < $before
  union all
  select c.started_at, 1, 0
  from conversation_sessions c
  where ${conversationGoesSql}
)
select
  o."at" // 900000 * 900000 as slot,
  sum(o.sessions)::bigint as sessions,
  sum(o.events)::bigint as events
from old o
group by slot
order by slot`
