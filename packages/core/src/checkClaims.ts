import type { ChannelRule } from './channels.js'
import { type Evidence, factOf } from './session/facts.js'
import { runThread } from './session/runThread.js'

/** An event with what its page claimed of it, and what the collector added. Times are epoch ms. */
export interface ClaimedEvent extends Evidence {
  readonly seq: number
  /** The session that the page put it into. */
  readonly sessionId: string | null
  /** When it happened, by the collector's clock. */
  readonly at: number
  readonly receivedAt: number
}

/** Where a page and the rulebook disagree, at one event. */
export interface Difference {
  readonly eventId: string
  /** By the collector's clock, epoch ms. */
  readonly at: number
  /**
   * `not_claimed`: the rulebook starts a session here, the page did not. `not_found`: the page started one, the rulebook
   * does not. `elsewhere`: it lies in another session; no count changes by that.
   */
  readonly kind: 'not_claimed' | 'not_found' | 'elsewhere'
  readonly claimed: string | null
  readonly found: string | null
  readonly cause: Cause
}

/**
 * Why page and rulebook may disagree. `late_event`: numbers before it are missing in the tab, or came after it: what the
 * page knew is not all in the log, or was not when it was counted. `clock_corrected`: the clock of the page was off, or
 * ran backwards. `claim_wrong`: neither; the page claimed what its own evidence does not bear out.
 */
export type Cause = 'late_event' | 'clock_corrected' | 'claim_wrong'

/** Runs the rulebook over the events of one thread, in the order of `seq`, and says where it disagrees with the claims. */
export function checkClaims(rule: ChannelRule, events: readonly ClaimedEvent[]): Difference[] {
  const differences: Difference[] = []
  let trouble: Cause | null = null
  let before: ClaimedEvent | null = null
  runThread(rule, events, (event, _, open) => {
    // What once was amiss in a tab may be the cause of all that follows: a session that was not started, say.
    trouble ??= troubleAt(event, before)
    before = event
    const found = open?.id ?? null
    if (found === event.sessionId) return
    const { id: eventId, at, sessionId: claimed } = event
    const kind = found === eventId ? 'not_claimed' : claimsSession(rule, event) ? 'not_found' : 'elsewhere'
    differences.push({ eventId, at, kind, claimed, found, cause: trouble ?? 'claim_wrong' })
  })
  return differences
}

/** Whether a page counted a session with this event. */
export function claimsSession(rule: ChannelRule, event: Pick<ClaimedEvent, 'sessionId'> & Evidence): boolean {
  return event.sessionId === event.id && factOf(event).type === rule.startsOn
}

function troubleAt(event: ClaimedEvent, before: ClaimedEvent | null): Cause | null {
  if (event.seq !== (before?.seq ?? 0) + 1 || (before && before.receivedAt > event.receivedAt)) return 'late_event'
  return event.at !== event.ts || (before && before.ts > event.ts) ? 'clock_corrected' : null
}
