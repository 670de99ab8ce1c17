import { eraseConversationsSql } from '../../conversations/conversations.sql.js'
import { eraseFactsSql, touchVisitorSql } from '../../facts/touch.sql.js'
import { eraseTicketsSql } from '../../tickets/tickets.sql.js'
import type { Engine, Run } from './engine.js'
import { noteErasedSql } from './removed.sql.js'

const DAY_MS = 24 * 60 * 60_000
/** As long as a page may send an event again: what it sends of an erased visitor is not let in. */
export const ERASED_FOR_MS: number = 7 * DAY_MS

const countSql = `
select count(*) as events
from events e
where e.visitor_id = $visitor::uuid`

const eraseFromLedgerSql = `
delete from ledger_events l
where l.event_id in (select e.event_id::varchar from events e where e.visitor_id = $visitor::uuid)`

const eraseEventsSql = `
delete from events e
where e.visitor_id = $visitor::uuid`

const eraseSessionsSql = `
delete from sessions s
where s.visitor_id = $visitor::uuid`

export const rememberErasedSql = `
insert into erased
values (sha256($visitor), $now)`

const anyErasedSql = `
select count(*) as visitors
from erased t`

const forgetErasedSql = `
delete from erased t
where t.erased_at <= $until`

/** Deletes what is in the engine of a visitor, tickets too, and keeps out what comes late; resolves to the number of events. */
export function eraseVisitor(engine: Engine, visitor: string, now: number): Promise<number> {
  return engine.transaction(async (run) => {
    const [found] = await run<{ events: number }>(countSql, { visitor })
    await run(touchVisitorSql, { visitor })
    await run(eraseFromLedgerSql, { visitor })
    await run(eraseTicketsSql, { visitor })
    await run(eraseEventsSql, { visitor })
    await run(eraseSessionsSql, { visitor })
    await run(eraseConversationsSql, { visitor })
    for (const statement of eraseFactsSql) await run(statement, { visitor })
    await run(rememberErasedSql, { visitor, now })
    const { events } = found!
    if (events > 0) await run(noteErasedSql, { now, events })
    return events
  })
}

/** Whether anybody's events are to be kept out. Those who were erased long enough ago are forgotten. */
export async function anyErased(run: Run, now: number): Promise<boolean> {
  const [found] = await run<{ visitors: number }>(anyErasedSql)
  if (found!.visitors === 0) return false
  await run(forgetErasedSql, { until: now - ERASED_FOR_MS })
  return true
}
