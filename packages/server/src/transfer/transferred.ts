import type { ConversationEvent, Device, HelpEvent } from '@helptally/core'
import type { Label } from '../log/storedEvent.js'
import type { Erasure } from '../store/store.js'

/** One event on its way between stores, a line of NDJSON. Times are epoch ms, by the collector's clock. */
export interface TransferredEvent {
  /** As its page sent it. */
  readonly event: HelpEvent
  /** When it happened: reports go by this one. */
  readonly at: number
  /** When the collector received it: the ledger goes by this one. */
  readonly receivedAt: number
  /** Whose doing it is when it is not a reader's. */
  readonly label?: Exclude<Label, ''>
  /** As the collector read the user agent, which it did not keep. */
  readonly device?: Device
}

/** One fact of a conversation on its way between stores, a line of NDJSON. */
export interface TransferredFact {
  /** As it is kept, with pseudonyms: another store needs the same secret for those that come later to meet them. */
  readonly fact: ConversationEvent
  /** Epoch ms. */
  readonly receivedAt: number
  readonly label?: Exclude<Label, ''>
}

/**
 * A visitor who was erased less than seven days ago, and is not let in: a line of NDJSON before those of events. A hash,
 * because an id itself would bring the visitor back.
 */
export type TransferredErasure = Erasure
