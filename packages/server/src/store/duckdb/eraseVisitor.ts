import type { Engine } from './engine.js'

const countSql = `
select count(*) as events
from events e
where e.visitor_id = $visitor::uuid`

const eraseEventsSql = `
delete from events e
where e.visitor_id = $visitor::uuid`

const eraseSessionsSql = `
delete from sessions s
where s.visitor_id = $visitor::uuid`

/** Deletes what is in the engine of a visitor; resolves to the number of events. */
export function eraseVisitor(engine: Engine, visitor: string): Promise<number> {
  return engine.transaction(async (run) => {
    const [found] = await run<{ events: number }>(countSql, { visitor })
    await run(eraseEventsSql, { visitor })
    await run(eraseSessionsSql, { visitor })
    return found!.events
  })
}
