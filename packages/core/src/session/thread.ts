import type { EndReason } from '../channels.js'

/** A session that goes on. */
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

/** A session that is over. */
export interface EndedSession extends OpenSession {
  /** Epoch ms: last activity + timeout for `idle`, the moment of the fact otherwise. */
  readonly endedAt: number
  readonly reason: EndReason
}

/** One tab's or one conversation's part in the count. */
export interface ThreadState {
  readonly open: OpenSession | null
  readonly previousId: string | null
  /** When the last survey was sent, epoch ms; null for never. */
  readonly surveySentAt: number | null
  /** The last message, or the transfer, of a conversation that an agent has taken over, epoch ms. */
  readonly withAgentSince?: number
}

/** What a fact did to the sessions of its thread. */
export type SessionEffect =
  | { readonly type: 'started'; readonly session: OpenSession }
  | { readonly type: 'continued'; readonly session: OpenSession }
  | { readonly type: 'ended'; readonly session: EndedSession }

/** What the machine answers to a fact: the thread as it is then, and what happened to its sessions. */
export interface Step {
  readonly state: ThreadState
  readonly effects: readonly SessionEffect[]
}

/** A tab or a conversation of which nothing is known yet. */
export const newThread: ThreadState = { open: null, previousId: null, surveySentAt: null }
