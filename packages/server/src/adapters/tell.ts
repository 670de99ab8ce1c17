import type { ConversationChannel, ConversationFact, Speaker } from '@helptally/core'
import type { WebhookRead } from './conversationAdapter.js'
import { factId } from './factId.js'
import { momentOf } from './momentOf.js'

/** A fact of which the platform does not say when it happened: it is dated when it is told. */
interface Undated {
  readonly undated: ConversationFact
}

/** What one part of a webhook tells: a fact, or the reason why it tells none. */
export type Told = ConversationFact | Undated | string

export interface Heard {
  readonly channel: ConversationChannel
  /** The platform's id, in parts that together name it once and for all. */
  readonly id: readonly string[]
  /** The number, page or bot of the business: two of them are two conversations. */
  readonly business: string
  /** Which of its conversations: the person, or the group. Default: the person. */
  readonly thread?: string
  readonly person: string
  /** In seconds or milliseconds. */
  readonly at: unknown
}

export function tellMessage(heard: Heard, by: Speaker): ConversationFact | string {
  const base = baseOf(heard)
  return typeof base === 'string' ? base : { ...base, type: 'message', by }
}

export function tellTransfer(heard: Heard, cause: string): Told {
  const base = baseOf(heard)
  return typeof base === 'string' ? base : { ...base, type: 'transfer', cause }
}

function baseOf({ channel, id, business, person, thread = person, at: time }: Heard) {
  if (id.includes('')) return 'id: expected the id of a message, got none'
  if (business === '') return 'expected the number or page of the business, got none'
  if (person === '' || thread === '') return 'expected the person who writes or is written to, got none'
  const at = momentOf(time)
  if (at === null) return 'time: expected seconds or milliseconds between 2000 and 2100'
  return { id: factId(...id), channel, conversation: factId(business, thread), visitor: factId(person), at }
}

export const tellUndated = (heard: Heard, by: Speaker): Told => {
  const told = tellMessage(heard, by)
  return typeof told === 'string' ? told : { undated: told }
}

/** Facts on one side, reasons on the other. */
export function sortTold(told: readonly Told[]): WebhookRead {
  return {
    facts: told.flatMap((one) => (typeof one === 'string' || 'undated' in one ? [] : one)),
    undated: told.flatMap((one) => (typeof one !== 'string' && 'undated' in one ? one.undated : [])),
    skipped: told.filter((one) => typeof one === 'string').map((reason) => ({ reason })),
  }
}
