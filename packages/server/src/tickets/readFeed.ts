import { parse } from 'csv-parse/sync'
import { readTicket } from './readTicket.js'
import type { RefusedTicket, Ticket } from './ticket.js'

export const MAX_TICKETS = 5_000

export interface ReadFeed {
  readonly ok: true
  readonly received: number
  /** Each once: of a ticket that comes twice the last row counts. */
  readonly tickets: readonly (Ticket & { readonly row: number })[]
  readonly refused: readonly RefusedTicket[]
}

export type FeedType = 'json' | 'csv'

/** A feed's rows one by one, or why it holds none. `now`: epoch ms. */
export function readFeed(text: string, type: FeedType, now: number): ReadFeed | { ok: false; reason: string } {
  const rows = type === 'csv' ? rowsOfCsv(text) : rowsOfJson(text)
  if (typeof rows === 'string') return { ok: false, reason: rows }
  if (rows.length > MAX_TICKETS) {
    return { ok: false, reason: `expected at most ${MAX_TICKETS} tickets, got more: send them in parts` }
  }
  const tickets = new Map<string, Ticket & { readonly row: number }>()
  const refused: RefusedTicket[] = []
  for (const [i, found] of rows.entries()) {
    const row = i + 1
    const ticket = readTicket(found, now)
    if (typeof ticket === 'string') refused.push({ row, ticket: nameOf(found), reason: ticket })
    else tickets.set(ticket.ticket, { ...ticket, row })
  }
  return { ok: true, received: rows.length, tickets: [...tickets.values()], refused }
}

function rowsOfJson(text: string): unknown[] | string {
  try {
    const rows: unknown = JSON.parse(text)
    return Array.isArray(rows) ? rows : 'expected a JSON array of tickets'
  } catch (error) {
    return `expected JSON, got text that is none (${(error as SyntaxError).message})`
  }
}

/** RFC 4180 with a line of headings; a row with too few or too many values is judged by those it has. */
function rowsOfCsv(text: string): unknown[] | string {
  try {
    return parse(text, {
      bom: true,
      columns: (heading: string[]) => heading.map((name) => name.trim().toLowerCase()),
      relax_column_count: true,
      skip_empty_lines: true,
      to: MAX_TICKETS + 1,
    })
  } catch (error) {
    return `expected CSV with a line of headings (${(error as Error).message})`
  }
}

function nameOf(row: unknown): string | null {
  const { ticket } = (row ?? {}) as { readonly ticket?: unknown }
  return typeof ticket === 'string' || typeof ticket === 'number' ? String(ticket).slice(0, 64).toWellFormed() : null
}
