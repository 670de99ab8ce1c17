import { FILTERS, type SessionsProps } from '@helptally/dashboard'
import { latestConversations } from '@helptally/server'
import type { Reading } from './reading.js'

/**
 * The latest sessions, at most `limit`, of the channel of conversations that the address asks for; null when it asks for
 * none, or for something beside it that only sessions of the help center have.
 */
export async function conversationsAsked(
  { view, store, query }: Reading,
  limit: number,
): Promise<SessionsProps['conversations']> {
  const { channel } = query.filters
  const isAlone = FILTERS.every((filter) => filter === 'channel' || !query.filters[filter])
  if (channel === '' || channel === 'help' || !isAlone) return null
  return latestConversations(store, { ...query, limit }, view.now)
}
