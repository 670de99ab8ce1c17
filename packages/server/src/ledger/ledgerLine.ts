import type { Outcome } from '@helptally/core'
import type { ConversationLine } from '../conversations/conversationLine.js'
import type { EventLine } from '../log/storedEvent.js'

/** An event that is not kept, as a line in the log: what became of it, and as much as is needed to find it again. */
export interface RejectedLine {
  readonly outcome: Extract<Outcome, 'late' | 'consent_missing' | 'invalid'>
  /** As the event had it, as far as it was readable; else ''. */
  readonly rejected_id: string
  readonly reason: string
  /** The event's own, else that of its batch, else the collector's; '' when there is none. */
  readonly site: string
  readonly tab_id: string | null
  readonly seq: number | null
  readonly received_at: number
}

/** Events or requests that were turned away without a look at each. */
export interface TurnedAwayLine {
  /** `refused`: requests that hold no readable batch. They stand beside the events, not among them. */
  readonly outcome: Extract<Outcome, 'over_limit'> | 'refused'
  readonly n: number
  readonly site: string
  readonly received_at: number
}

/** One line of the log. All but those of `refused` are events that were received. */
export type LogLine = (EventLine | ConversationLine | RejectedLine | TurnedAwayLine) & {
  /** Events that the page had to give up before it sent this one's batch. */
  readonly dropped?: number
}
