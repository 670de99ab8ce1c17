import type { Store } from '../store/store.js'
import type { ReadFeed } from './readFeed.js'
import type { TicketReceipt } from './ticket.js'

/** Keeps the good rows of a feed; resolves when they are durable. */
export async function takeFeed(store: Store, site: string, feed: ReadFeed, now: number): Promise<TicketReceipt> {
  const { received, tickets, refused } = feed
  const erased = await store.keepTickets({
    site,
    receivedAt: now,
    tickets: tickets.map(({ row: _, ...ticket }) => ticket),
  })
  const ofErased = tickets
    .filter(({ visitor }) => erased.includes(visitor))
    .map(({ row, ticket }) => ({ row, ticket, reason: 'visitor: was erased, and is let in again after seven days' }))
  return { received, refused: [...refused, ...ofErased].sort((a, b) => a.row - b.row) }
}
