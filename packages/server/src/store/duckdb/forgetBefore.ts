import { forgetConversationsSql, isInKeptConversationSql } from '../../conversations/conversations.sql.js'
import { touchBeforeSql } from '../../facts/touch.sql.js'
import { forgetTicketsSql } from '../../tickets/tickets.sql.js'
import type { Forgotten } from '../store.js'
import type { Engine } from './engine.js'
import { dropForgottenSql, noteForgottenSql } from './removed.sql.js'

/** A session goes as a whole, when its last activity is old enough. */
const forgetSessionsSql = `
delete from sessions s
where coalesce(s.last_at, s.started_at) < $before`

const forgetEventsSql: string = `
delete from events e
where e."at" < $before
  and not exists (
    select 1
    from sessions s
    where s.id = e.session_id
      and coalesce(s.last_at, s.started_at) >= $before
  )
  and not ${isInKeptConversationSql}`

/** Of those whose events say nothing of a time. */
const forgetEmptySql = `
delete from sessions s
where s.last_at is null
  and s.started_at is null
  and not exists (select 1 from events e where e.session_id = s.id)`

const countSql = `
select
  (select count(*) from sessions) + (select count(*) from conversation_sessions) as sessions,
  (select count(*) from events) as events`

/** Deletes what is older than a moment (epoch ms, as `now`). The file keeps its size: the room is used again. */
export function forgetBefore(engine: Engine, before: number, now: number): Promise<Forgotten> {
  return engine.transaction(async (run) => {
    const [had] = await run<Forgotten>(countSql)
    await run(forgetSessionsSql, { before })
    await run(forgetConversationsSql, { before })
    await run(touchBeforeSql, { before })
    await run(forgetEventsSql, { before })
    await run(forgetEmptySql)
    await run(forgetTicketsSql, { before })
    const [has] = await run<Forgotten>(countSql)
    const gone = { sessions: had!.sessions - has!.sessions, events: had!.events - has!.events }
    if (gone.events > 0) {
      await run(dropForgottenSql, { before })
      await run(noteForgottenSql, { now, before, events: gone.events })
    }
    return gone
  })
}
