import { conversationGoesSql, emptySessionGoesSql, eventGoesSql, sessionGoesSql } from './goes.sql.js'

/**
 * How much of what goes happened in each quarter of an hour, in which the days of every time zone begin: events when
 * they happened, sessions when they started.
 */
export const oldSql: string = `
with old as (
  select e."at", 0 as sessions, 1 as events
  from events e
  where ${eventGoesSql}
  union all
  select coalesce(s.started_at, s.last_at), 1, 0
  from sessions s
  where ${sessionGoesSql}
  union all
  select coalesce((select max(e."at") from events e where e.session_id = s.id), $before - 1), 1, 0
  from sessions s
  where ${emptySessionGoesSql}
  union all
  select c.started_at, 1, 0
  from conversation_sessions c
  where ${conversationGoesSql}
)
select
  o."at" // 900000 * 900000 as slot,
  sum(o.sessions) as sessions,
  sum(o.events) as events
from old o
group by all
order by slot`
