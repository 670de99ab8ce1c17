import type { ConversationEvent } from '@helptally/core'
import { type DatedConversationFact, parseConversationFact } from '@helptally/core/schema'
import { MAX_EVENT_AGE_MS, MAX_EVENT_AHEAD_MS } from '../collector/eventTime.js'
import type { LogLine, RejectedLine } from '../ledger/ledgerLine.js'
import type { Label } from '../log/storedEvent.js'
import { toConversationLine } from './conversationLine.js'
import type { Pseudonyms } from './pseudonyms.js'

export interface RejectedFact {
  /** As the platform calls it, as far as it is readable. */
  readonly id: string | null
  readonly reason: string
}

/** What a platform gets for a batch, once it is durable. */
export interface ConversationReceipt {
  /** Facts in the batch. */
  readonly received: number
  readonly rejected: readonly RejectedFact[]
}

export interface FactsReceived {
  readonly site: string
  readonly label: Label
  /** Epoch ms. */
  readonly receivedAt: number
  readonly pseudonyms: Pseudonyms
  /** Whether the times of the facts are only those at which they are told. */
  readonly areUndated?: boolean
}

interface Judged {
  readonly line: LogLine
  readonly rejected: RejectedFact | null
}

/** The lines of facts of unknown origin, one each, and which of them are rejected. */
export function linesOfFacts(
  facts: readonly unknown[],
  received: FactsReceived,
): { readonly lines: readonly LogLine[]; readonly receipt: ConversationReceipt } {
  const judged = facts.map((fact) => judge(fact, received))
  const rejected = judged.flatMap((one) => one.rejected ?? [])
  return { lines: judged.map(({ line }) => line), receipt: { received: facts.length, rejected } }
}

function judge(input: unknown, received: FactsReceived): Judged {
  const { site, receivedAt, label } = received
  const no = (outcome: RejectedLine['outcome'], reason: string, id = ''): Judged => ({
    line: { outcome, rejected_id: id, reason, site, tab_id: null, seq: null, received_at: receivedAt },
    rejected: { id: idOf(input), reason },
  })
  const parsed = parseConversationFact(input)
  if (!parsed.ok) {
    // A reason may quote what came, a telephone number say: the platform hears it, the log keeps the name of the field.
    const { line } = no('invalid', fieldOf(parsed.reason))
    return { line, rejected: { id: idOf(input), reason: parsed.reason } }
  }
  const event = eventOf(parsed.fact, received)
  const ageMs = receivedAt - event.at
  if (ageMs > MAX_EVENT_AGE_MS) return no('late', `at: expected a time of the last ${DAYS} days`, event.id)
  if (-ageMs > MAX_EVENT_AHEAD_MS) return no('invalid', 'at: expected a time that is not in the future', event.id)
  return { line: toConversationLine(event, receivedAt, label), rejected: null }
}

const fieldOf = (reason: string): string => {
  const field = /^\w+(?=:)/.exec(reason)?.[0]
  return field ? `${field}: not as expected` : 'no fact of a conversation'
}

const DAYS = MAX_EVENT_AGE_MS / 86_400_000

function eventOf(fact: DatedConversationFact, { site, pseudonyms, areUndated }: FactsReceived): ConversationEvent {
  const { id, channel, conversation, visitor, at, type } = fact
  return {
    id: pseudonyms.event(site, channel, id, areUndated ? null : at),
    name: `chat.${type}`,
    site,
    channel,
    conversationId: pseudonyms.conversation(site, channel, conversation),
    visitorId: pseudonyms.visitor(site, visitor),
    at,
    by: fact.type === 'message' ? fact.by : null,
    score: fact.type === 'survey_answered' ? (fact.score ?? null) : null,
    cause: 'cause' in fact ? (fact.cause ?? '') : '',
  }
}

function idOf(input: unknown): string | null {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : null
  return typeof id === 'string' ? id : null
}
