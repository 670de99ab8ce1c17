import type { Channel, EndReason } from '@helptally/core'
import type { Interval, Report } from './shapes.js'

/** How the sessions of a channel ended; `open` are those that go on. They sum to its sessions. */
export type Endings = Readonly<Record<EndReason | 'open', number>>

export interface ChannelRow {
  readonly channel: Channel
  readonly sessions: number
  /** Questions and answers: messages of all sides inside sessions. null for help, which has none. */
  readonly interactions: number | null
  /** Messages of users inside sessions. null for help. */
  readonly user_turns: number | null
  readonly ended: Endings
}

export interface ChannelInterval {
  /** ISO instant. */
  readonly start: string
  /** By channel, those with sessions. */
  readonly sessions: Readonly<Partial<Record<Channel, number>>>
}

export interface ChannelsReport extends Report<'channels'> {
  readonly interval: Interval
  /** One row a channel, those without sessions too, help first. */
  readonly rows: readonly ChannelRow[]
  /** One an interval, those without sessions too. */
  readonly intervals: readonly ChannelInterval[]
  readonly totals: { readonly sessions: number; readonly help: number; readonly conversations: number }
}
