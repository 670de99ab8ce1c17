import type { ConversationEvent, ConversationName, Speaker } from '@helptally/core'
import type { EventLine, Label } from '../log/storedEvent.js'

/** One fact of a conversation as it lies in the log: its conversation in the place of a tab, without number or page. */
export type ConversationLine = Pick<
  EventLine,
  'event_id' | 'site' | 'channel' | 'tab_id' | 'seq' | 'visitor_id' | 'ts' | 'received_at' | 'page' | 'value' | 'label'
> & {
  readonly name: ConversationName
  /** Who wrote a message. */
  readonly method?: Speaker
  readonly cause?: string
}

export function toConversationLine(
  { id, name, site, channel, conversationId, visitorId, at, by, score, cause }: ConversationEvent,
  receivedAt: number,
  label: Label,
): ConversationLine {
  return {
    event_id: id,
    name,
    site: site.toWellFormed(),
    channel,
    tab_id: conversationId,
    seq: 0,
    visitor_id: visitorId,
    ts: at,
    received_at: receivedAt,
    page: '',
    ...(by !== null && { method: by }),
    ...(score !== null && { value: score }),
    ...(cause !== '' && { cause: cause.toWellFormed() }),
    ...(label && { label }),
  }
}

/** One fact of a conversation as it lies in the table `events`. */
export interface ConversationRow {
  readonly event_id: string
  readonly name: ConversationName
  readonly site: string
  readonly channel: ConversationEvent['channel']
  readonly tab_id: string
  readonly visitor_id: string
  readonly at: number
  readonly method: Speaker | ''
  readonly value: number | null
  readonly cause: string
}

export const fromConversationRow = (row: ConversationRow): ConversationEvent => ({
  id: row.event_id,
  name: row.name,
  site: row.site,
  channel: row.channel,
  conversationId: row.tab_id,
  visitorId: row.visitor_id,
  at: row.at,
  by: row.method === '' ? null : row.method,
  score: row.value,
  cause: row.cause,
})
