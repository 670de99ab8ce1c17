import type { ConversationEvent } from '../conversation/conversationEvent.js'
import type { ConversationFact } from '../conversation/conversationFact.js'
import { idsOf } from './ids.js'
import { visitorOf } from './tellTabs.js'
import type { TalkEvent, Trace } from './trace.js'

export interface ToldTalk {
  readonly event: ConversationEvent
  readonly of: TalkEvent
}

/** What platforms tell of the conversations of a trace. */
export function tellTalks(trace: Trace): ToldTalk[] {
  const idOf = idsOf(trace.name)
  const visitorId = visitorOf(trace)
  return trace.events.flatMap((event, i): ToldTalk[] => {
    if (!('in' in event)) return []
    const channel = trace.threads[event.in]!
    if (channel === 'help') return []
    const of = event as TalkEvent
    const at = trace.startsAt + of.at
    const told: ConversationEvent = {
      ...{ id: idOf(at, `fact ${i}`), name: `chat.${of.does}`, site: 'docs', channel, visitorId, at },
      ...{ conversationId: idOf(trace.startsAt, `conversation ${of.in}`), score: null, cause: '' },
      by: of.does === 'message' ? of.by : null,
    }
    return [{ event: told, of }]
  })
}

/** The same as a platform posts it to `{base}/conversations`. */
export function toFact({ id, name, channel, conversationId, visitorId, at, by }: ConversationEvent): ConversationFact {
  const common = { id, channel, conversation: conversationId, visitor: visitorId, at }
  if (name === 'chat.message') return { ...common, type: 'message', by: by! }
  return { ...common, type: name.slice('chat.'.length) as Exclude<ConversationFact['type'], 'message'> }
}
