import type { Channel, ConversationChannel, EndReason } from '@helptally/core'
import type { Interval, Report } from './shapes.js'

/** How the sessions of a channel ended; `open` are those that go on. They sum to its sessions. */
export type Endings = Readonly<Record<EndReason | 'open', number>>

/** The sessions of one channel. */
export interface ChannelRow {
  readonly channel: Channel
  /** Those that started in the period. */
  readonly sessions: number
  /** Questions and answers: messages of all sides inside sessions. null for help, which has none. */
  readonly interactions: number | null
  /** Messages of users inside sessions. null for help. */
  readonly user_turns: number | null
  readonly ended: Endings
  /** Ids of the sessions behind the number that was asked for, the latest first, at most 100. */
  readonly sessions_behind?: readonly string[]
}

/** A counted session of a conversation. Times are ISO instants. */
export interface ConversationSessionRow {
  readonly id: string
  readonly channel: ConversationChannel
  readonly started_at: string
  /** What the idle time counts from at last. */
  readonly last_at: string
  /** null while the session is open. */
  readonly ended_at: string | null
  readonly end_reason: EndReason | null
  /** From the start to `last_at`. */
  readonly duration_ms: number
  /** Messages of all sides. */
  readonly interactions: number
  /** Messages of the user. */
  readonly user_turns: number
}

/** The sessions of an interval, by channel. */
export interface ChannelInterval {
  /** ISO instant. */
  readonly start: string
  /** By channel, those with sessions. */
  readonly sessions: Readonly<Partial<Record<Channel, number>>>
}

/** Sessions of all channels, side by side. */
export interface ChannelsReport extends Report<'channels'> {
  readonly interval: Interval
  /** One row a channel, those without sessions too, help first. */
  readonly rows: readonly ChannelRow[]
  /** One an interval, those without sessions too. */
  readonly intervals: readonly ChannelInterval[]
  readonly totals: { readonly sessions: number; readonly help: number; readonly conversations: number }
}
