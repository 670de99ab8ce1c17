import { touchBeforeSql } from '../../facts/touch.sql.js'
import { conversationGoesSql, emptySessionGoesSql, eventGoesSql, sessionGoesSql } from '../../retention/goes.sql.js'
import { forgetTicketsSql } from '../../tickets/tickets.sql.js'
import type { Forgotten } from '../store.js'
import type { Engine } from './engine.js'
import { dropForgottenSql, noteForgottenSql } from './removed.sql.js'

const forgetSessionsSql = `
delete from sessions s
where ${sessionGoesSql}`

const forgetEmptySql = `
delete from sessions s
where ${emptySessionGoesSql}`

const forgetConversationsSql = `
delete from conversation_sessions c
where ${conversationGoesSql}`

const forgetEventsSql: string = `
delete from events e
where ${eventGoesSql}`

const countSql = `
select
  (select count(*) from sessions) + (select count(*) from conversation_sessions) as sessions,
  (select count(*) from events) as events`

/** Deletes what is older than a moment (epoch ms, as `now`). The file keeps its size: the room is used again. */
export function forgetBefore(engine: Engine, before: number, now: number): Promise<Forgotten> {
  return engine.transaction(async (run) => {
    const [had] = await run<Forgotten>(countSql)
    await run(touchBeforeSql, { before })
    await run(forgetEventsSql, { before })
    await run(forgetEmptySql, { before })
    await run(forgetSessionsSql, { before })
    await run(forgetConversationsSql, { before })
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
