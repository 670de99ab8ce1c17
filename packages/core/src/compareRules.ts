import type { ChannelRule } from './channels.js'
import type { ClaimedEvent } from './checkClaims.js'
import { runThread } from './session/runThread.js'

/** A session that one of two rules counts, and the other does not. */
export interface Moved {
  /** The id of the event that opens it. */
  readonly id: string
  /** By the collector's clock, epoch ms. */
  readonly at: number
  /** `merged`: the other rule counts it no more. `split`: only the other rule counts it. */
  readonly kind: 'merged' | 'split'
  /** The session in which the rule that does not count it puts that event. */
  readonly within: string
}

/** What another rule than its own would make of the sessions of a thread, whose events come in the order of `seq`. */
export function compareRules(rule: ChannelRule, other: ChannelRule, events: readonly ClaimedEvent[]): Moved[] {
  const [ours, theirs] = [openAfter(rule, events), openAfter(other, events)]
  return events.flatMap(({ id, at }, i): Moved[] => {
    const [our, their] = [ours[i]!, theirs[i]!]
    if (our === id && their !== id) return [{ id, at, kind: 'merged', within: their! }]
    if (their === id && our !== id) return [{ id, at, kind: 'split', within: our! }]
    return []
  })
}

/** The session that is open after each event. */
function openAfter(rule: ChannelRule, events: readonly ClaimedEvent[]): (string | null)[] {
  const ids: (string | null)[] = []
  runThread(rule, events, (_event, _effects, open) => ids.push(open?.id ?? null))
  return ids
}
