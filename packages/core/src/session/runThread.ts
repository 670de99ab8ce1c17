import type { ChannelRule } from '../channels.js'
import { type Evidence, factsOf } from './facts.js'
import { advance } from './machine.js'
import { newThread, type OpenSession, type SessionEffect, type ThreadState } from './thread.js'

/** Hears of each event what it did, and which session is open after it: the one that the event belongs to. */
export type Heard<E extends Evidence> = (event: E, effects: readonly SessionEffect[], open: OpenSession | null) => void

/** Takes one thread through the machine, event by event, in the order of `seq` in which they have to come. */
export function runThread<E extends Evidence>(rule: ChannelRule, events: Iterable<E>, heard: Heard<E>): void {
  let state: ThreadState = newThread
  for (const event of events) {
    let effects: readonly SessionEffect[] = []
    for (const { fact, at } of factsOf(event)) {
      const step = advance(rule, state, fact, at)
      state = step.state
      effects = effects.length === 0 ? step.effects : [...effects, ...step.effects]
    }
    heard(event, effects, state.open)
  }
}
