import { EARLIEST_MS, LATEST_MS, LIMITS } from '@helptally/core'
import { isUuid } from '../isUuid.js'
import { parseMoment } from '../reports/parseMoment.js'
import type { Ticket } from './ticket.js'

const MAX_CHANNEL = 64
/** How far a help desk's clock may be ahead of ours. */
const MAX_AHEAD_MS = 5 * 60_000

/** One row of a feed, or what is wrong with it. What else it says is not looked at. `now`: epoch ms. */
export function readTicket(row: unknown, now: number): Ticket | string {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return 'expected an object with ticket and at'
  const read = (name: string) => textOf((row as Record<string, unknown>)[name])
  const [ticket, visitor, ref, channel] = [read('ticket'), read('visitor').toLowerCase(), read('ref'), read('channel')]
  const at = momentOf((row as { readonly at?: unknown }).at)
  if (ticket === '') return 'ticket: expected what the ticket is known by, got nothing'
  const tooLong =
    longer('ticket', ticket, LIMITS.ticket) ??
    longer('ref', ref, LIMITS.ticket) ??
    longer('channel', channel, MAX_CHANNEL)
  if (tooLong) return tooLong
  if (at === null) return 'at: expected an instant such as 2026-11-01T09:30:00Z, or epoch milliseconds'
  if (at > now + MAX_AHEAD_MS) return 'at: expected a moment that has come, got one in the future'
  if (visitor === '' && ref === '') return 'visitor: expected the id of a visitor, or a ref, got neither'
  if (visitor !== '' && !isUuid(visitor)) return 'visitor: expected a UUID'
  return { ticket, at, visitor, ref, channel }
}

/** Help desks number their tickets. */
function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.toWellFormed().trim() : ''
}

const longer = (name: string, value: string, limit: number): string | null =>
  value.length > limit ? `${name}: expected at most ${limit} characters, got ${value.length}` : null

const EPOCH_MS = /^\d{12,13}$/

function momentOf(value: unknown): number | null {
  const text = textOf(value)
  // A date alone is no moment.
  const at = EPOCH_MS.test(text) ? Number(text) : text.includes('T') ? parseMoment(text, 'UTC') : null
  return at !== null && at >= EARLIEST_MS && at <= LATEST_MS ? at : null
}
