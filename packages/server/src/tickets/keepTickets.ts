import type { Engine } from '../store/duckdb/engine.js'
import { ERASED_FOR_MS } from '../store/duckdb/eraseVisitor.js'
import type { Ticket } from './ticket.js'
import { dropTicketsSql, erasedVisitorsSql, insertTicketsSql } from './tickets.sql.js'

/** Tickets of a site, of which each is there once. */
export interface TicketFeed {
  readonly site: string
  /** Epoch ms. */
  readonly receivedAt: number
  readonly tickets: readonly Ticket[]
}

/** Keeps them, in the place of earlier ones of the same name. Resolves to the visitors who were erased: theirs are not kept. */
export function keepTickets(engine: Engine, { site, receivedAt, tickets }: TicketFeed): Promise<string[]> {
  return engine.transaction(async (run) => {
    const visitors = [...new Set(tickets.flatMap(({ visitor }) => visitor || []))]
    const found = await run<{ visitor: string }>(erasedVisitorsSql, {
      visitors,
      erased_since: receivedAt - ERASED_FOR_MS,
    })
    const erased = found.map(({ visitor }) => visitor)
    const kept = tickets.filter(({ visitor }) => !erased.includes(visitor))
    const names = kept.map(({ ticket }) => ticket)
    await run(dropTicketsSql, { site, tickets: names })
    await run(insertTicketsSql, {
      site,
      received_at: receivedAt,
      tickets: names,
      times: kept.map(({ at }) => at),
      visitors: kept.map(({ visitor }) => visitor),
      refs: kept.map(({ ref }) => ref),
      channels: kept.map(({ channel }) => channel),
    })
    return erased
  })
}
