import {
  advance,
  type ChannelRule,
  type EndedSession,
  type Fact,
  newThread,
  type OpenSession,
} from '../../src/index.js'
import { at } from './clock.js'

export interface Lived {
  readonly started: readonly OpenSession[]
  readonly ended: readonly EndedSession[]
  readonly open: OpenSession | null
}

/** Lets one thread live through what happened to it, each thing at its moment (see `at`). */
export function live(rule: ChannelRule, ...happenings: readonly (readonly [clock: string, fact: Fact])[]): Lived {
  return liveThrough(
    rule,
    happenings.map(([clock, fact]) => ({ at: at(clock), fact })),
  )
}

export function liveThrough(rule: ChannelRule, facts: Iterable<{ readonly at: number; readonly fact: Fact }>): Lived {
  const started: OpenSession[] = []
  const ended: EndedSession[] = []
  let state = newThread
  for (const { at, fact } of facts) {
    const step = advance(rule, state, fact, at)
    state = step.state
    for (const effect of step.effects) {
      if (effect.type === 'started') started.push(effect.session)
      if (effect.type === 'ended') ended.push(effect.session)
    }
  }
  return { started, ended, open: state.open }
}

export const opens = (id: string): Fact => ({ type: 'entry', id })
export const says = (by: 'user' | 'bot' | 'agent', id: string): Fact => ({ type: 'message', by, id })
export const acts: Fact = { type: 'activity' }
export const timePasses: Fact = { type: 'tick' }
export const happens = (type: 'close' | 'transfer' | 'survey_sent' | 'survey_answered' | 'interrupted'): Fact => ({
  type,
})
