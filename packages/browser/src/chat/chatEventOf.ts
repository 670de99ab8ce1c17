import { type ChatEvent, type ChatFields, EVENT_VERSION, LIMITS, SPEAKERS, uuidv7 } from '@helptally/core'
import type { ChatEventOf } from '../helpEngine.js'
import type { ChatDeed, ChatMemory } from './createChat.js'
import type { keyedHash } from './keyedHash.js'
import { secretOf } from './secretOf.js'

/**
 * What a site said of a chat, as an event says it; undefined, after a word in the console, when it said nothing to count.
 * In the place of the site's ids, which may be telephone numbers, it has UUIDv7 of no time, made by `hash`.
 */
export function chatEventOf(
  deed: ChatDeed,
  memory: ChatMemory,
  hash: typeof keyedHash | undefined,
  ...[counting, ports, site, at]: Parameters<ChatEventOf>
): ChatEvent | undefined {
  const fields = fieldsOf(deed)
  if (!fields) return undefined
  const { visitorId } = counting
  // What happens in one millisecond keeps its order.
  const ts = Math.max(at, memory.lastAt + 1)
  memory.lastAt = ts
  const pseudonym = (...ids: readonly string[]) =>
    uuidv7(0, (bytes) => {
      bytes.set(
        hash!(secretOf(ports, visitorId, memory), JSON.stringify([visitorId, ...ids])).subarray(0, bytes.length),
      )
      return bytes
    })
  const { conversation } = memory
  const message = messageIdOf(deed)
  return {
    ...fields,
    id: message ? pseudonym('message', conversation, message) : uuidv7(ts, ports.random),
    v: EVENT_VERSION,
    site,
    channel: 'web',
    tabId: counting.known().tabId,
    visitorId,
    ts,
    ...(conversation && { conversation: pseudonym('conversation', conversation) }),
  }
}

/** What is no text and no number is left out, and so is all that nobody asks for. */
function fieldsOf({ name, by, score, cause }: ChatDeed): ChatFields | undefined {
  if (name === 'chat.message') {
    const speaker = SPEAKERS.find((one) => one === by)
    if (speaker) return { name, by: speaker }
    const expected = SPEAKERS.map((one) => `"${one}"`).join(' or ')
    console.error(`[helptally] Expected a message of a chat to be by ${expected}; got ${said(by)}. It was not counted.`)
    return undefined
  }
  if (name === 'chat.survey_answered') return { name, ...(isNumber(score) && { score }) }
  const why = typeof cause === 'string' ? cause.slice(0, LIMITS.cause) : ''
  return { name, ...(why && { cause: why }) } as ChatFields
}

/** '' for none. */
export function messageIdOf({ name, id }: ChatDeed): string {
  return name === 'chat.message' ? idOf(id) : ''
}

/** '' for none. */
export function idOf(given: unknown): string {
  return typeof given === 'string' || isNumber(given) ? String(given) : ''
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function said(by: unknown): string {
  return typeof by === 'string' ? JSON.stringify(by.slice(0, 20)) : typeof by
}
