import type { ChannelRule } from '../channels.js'
import { earlyEnd } from './earlyEnd.js'
import type { Fact } from './facts.js'
import { afterIdle, startOrGoOn } from './life.js'
import type { Step, ThreadState } from './thread.js'
import { afterAgent } from './withAgent.js'

/**
 * The rulebook: what one fact at `now` (epoch ms) means for one thread.
 * Pure. The page, the recount, the test kit and the command all step through here.
 */
export function advance(rule: ChannelRule, state: ThreadState, fact: Fact, now: number): Step {
  return afterIdle(rule, state, now, (rested) =>
    afterAgent(rested, fact, now, (free) => earlyEnd(rule, free, fact, now) ?? startOrGoOn(rule, free, fact, now)),
  )
}

/** The same for a channel in which nothing ends a session early, so that a page does not load what conversations need. */
export function advanceTab(
  rule: ChannelRule & { readonly endsEarlyOn: readonly [] },
  state: ThreadState,
  fact: Fact,
  now: number,
): Step {
  return afterIdle(rule, state, now, (rested) => startOrGoOn(rule, rested, fact, now))
}
