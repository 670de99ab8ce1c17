import type { ConversationEvent, ConversationName } from '@helptally/core'
import { LIMITS, parseConversationFact } from '@helptally/core/schema'
import { isUuid } from '../isUuid.js'

/** One fact of a conversation as a store keeps it, or what is wrong with it. */
export function readTransferredFact(value: unknown): ConversationEvent | { readonly reason: string } {
  if (typeof value !== 'object' || value === null) return { reason: 'expected an object' }
  const { id, name, site, channel, conversationId, visitorId, at, by, score, cause, ...others } = value as Partial<
    Record<string, unknown>
  >
  const [unknown] = Object.keys(others)
  if (unknown !== undefined) return { reason: `${unknown.slice(0, 40)}: unknown` }
  if (typeof site !== 'string' || site === '' || site.length > LIMITS.site) return { reason: 'site: expected an id' }
  if (![id, conversationId, visitorId].every(isUuid)) return { reason: 'ids: expected UUIDs in lower case' }
  if (typeof name !== 'string' || !name.startsWith(PREFIX)) return { reason: `name: expected ${PREFIX}…` }
  // What is to be said of the rest, a platform's fact says as well.
  const parsed = parseConversationFact({
    ...{ id, channel, conversation: conversationId, visitor: visitorId, at, type: name.slice(PREFIX.length) },
    ...(by !== null && { by }),
    ...(score !== null && { score }),
    ...(cause !== '' && { cause }),
  })
  if (!parsed.ok) return parsed
  const { fact } = parsed
  return {
    ...{ id: fact.id, name: name as ConversationName, site, channel: fact.channel },
    ...{ conversationId: fact.conversation, visitorId: fact.visitor, at: fact.at },
    by: fact.type === 'message' ? fact.by : null,
    score: fact.type === 'survey_answered' ? (fact.score ?? null) : null,
    cause: 'cause' in fact ? (fact.cause ?? '') : '',
  }
}

const PREFIX = 'chat.'
