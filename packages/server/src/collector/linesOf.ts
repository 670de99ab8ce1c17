import { type Device, isChatEvent } from '@helptally/core'
import { redact } from '@helptally/core/redact'
import { toConversationLine } from '../conversations/conversationLine.js'
import { factOfChat } from '../conversations/factOfChat.js'
import { isUuid } from '../isUuid.js'
import type { LogLine, RejectedLine } from '../ledger/ledgerLine.js'
import type { Label } from '../log/storedEvent.js'
import { toLine } from '../log/toLine.js'
import { correctedTime } from './eventTime.js'
import { redactChatEvent, redactEvent } from './redactEvent.js'
import { type Judged, readableOf } from './sortEvents.js'

/** What the collector knows of a batch beside its events. */
export interface Circumstances {
  /** Epoch ms, the page's clock. */
  readonly sentAt: number
  /** Epoch ms, the collector's clock. */
  readonly receivedAt: number
  readonly label: Label
  readonly device: Device | ''
  /** Events that the page had to give up before this batch. */
  readonly dropped: number
  /** Where events belong that do not say it themselves. */
  readonly site: string
}

/** The lines of a batch, one for each event received. */
export function linesOf(judged: readonly Judged[], batch: Circumstances): LogLine[] {
  const lines: LogLine[] = judged.map((one) => lineOf(one, batch))
  // With the first event, so that a batch that is sent again tells it as little again as its events.
  return batch.dropped > 0 ? lines.with(0, { ...lines[0]!, dropped: batch.dropped }) : lines
}

function lineOf(one: Judged, { sentAt, receivedAt, label, device, site }: Circumstances): LogLine {
  if ('event' in one) {
    const { event } = one
    const at = correctedTime(event.ts, sentAt, receivedAt)
    return isChatEvent(event)
      ? toConversationLine(factOfChat(redactChatEvent(event), at), receivedAt, label)
      : toLine(redactEvent(event), receivedAt, at, { label, device })
  }
  const readable = readableOf(one.input)
  return {
    outcome: one.outcome,
    rejected_id: isUuid(readable.id) ? readable.id : redact(readable.id ?? ''),
    // It quotes what came.
    reason: redact(one.reason.toWellFormed()),
    site: readable.site ?? site,
    tab_id: readable.tabId,
    seq: readable.seq,
    received_at: receivedAt,
  } satisfies RejectedLine
}
