import type { ChannelRule, EndReason } from '../channels.js'
import { advance } from '../session/machine.js'
import { newThread, type OpenSession, type ThreadState } from '../session/thread.js'
import { type ConversationEvent, conversationFactOf } from './conversationEvent.js'

/** One counted session of a conversation. */
export interface ConversationSession extends OpenSession {
  /** In order. The first message is the first; what ended it early is the last. */
  readonly events: readonly ConversationEvent[]
  /** Epoch ms; null while nothing in the log says that it is over: time alone may have ended it. */
  readonly endedAt: number | null
  readonly reason: EndReason | null
  /** Questions and answers: messages of all sides. */
  readonly interactions: number
  /** Messages of the user. */
  readonly userTurns: number
}

interface Found {
  session: OpenSession
  readonly events: ConversationEvent[]
  endedAt: number | null
  reason: EndReason | null
}

/** Runs the rulebook over the events of one conversation, in any order. What lies outside its sessions is left out. */
export function recountConversation(rule: ChannelRule, events: readonly ConversationEvent[]): ConversationSession[] {
  const found = new Map<string, Found>()
  let state: ThreadState = newThread
  for (const event of events.toSorted(inOrder)) {
    const before = state.open
    const step = advance(rule, state, conversationFactOf(event), event.at)
    state = step.state
    for (const effect of step.effects) {
      const { session } = effect
      if (effect.type === 'started') found.set(session.id, { session, events: [], endedAt: null, reason: null })
      else found.get(session.id)!.session = session
      if (effect.type === 'ended')
        Object.assign(found.get(session.id)!, { endedAt: effect.session.endedAt, reason: effect.session.reason })
    }
    const endedEarly = before && !state.open && found.get(before.id)!.reason !== 'idle' ? before : null
    const within = state.open ?? endedEarly
    if (within) found.get(within.id)!.events.push(event)
  }
  return [...found.values()].map(counted)
}

function counted({ session, events, endedAt, reason }: Found): ConversationSession {
  const { id, startedAt, lastAt, previousId } = session
  const messages = events.filter(({ name }) => name === 'chat.message')
  const userTurns = messages.filter(({ by }) => by === 'user').length
  return { id, startedAt, lastAt, previousId, events, endedAt, reason, interactions: messages.length, userTurns }
}

/** By time, and what happened at once by id: the same order whoever asks. */
const inOrder = (a: ConversationEvent, b: ConversationEvent): number => a.at - b.at || (a.id < b.id ? -1 : 1)
