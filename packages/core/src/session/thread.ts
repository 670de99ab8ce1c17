import type { EndReason } from '../channels.js'

export interface OpenSession {
  /** The id of the event that opened it. */
  readonly id: string
  /** Epoch ms. */
  readonly startedAt: number
  /** What the idle time counts from, epoch ms. */
  readonly lastAt: number
  /** The session before this one in the same thread. */
  readonly previousId: string | null
}

export interface EndedSession extends OpenSession {
  /** Epoch ms: last activity + timeout for `idle`, the moment of the fact otherwise. */
  readonly endedAt: number
  readonly reason: EndReason
}

/** One tab's or one conversation's part in the count. */
export interface ThreadState {
  readonly open: OpenSession | null
  readonly previousId: string | null
  readonly surveySentAt: number | null
  /** The last message, or the transfer, of a conversation that an agent has taken over, epoch ms. */
  readonly withAgentSince?: number
}

export type SessionEffect =
  | { readonly type: 'started'; readonly session: OpenSession }
  | { readonly type: 'continued'; readonly session: OpenSession }
  | { readonly type: 'ended'; readonly session: EndedSession }

export interface Step {
  readonly state: ThreadState
  readonly effects: readonly SessionEffect[]
}

export const newThread: ThreadState = { open: null, previousId: null, surveySentAt: null }
