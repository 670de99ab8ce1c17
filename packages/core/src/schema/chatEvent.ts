import * as v from 'valibot'
import type { ChatEvent } from '../conversation/chatEvent.js'
import { SPEAKERS } from '../conversation/conversationFact.js'
import { EVENT_VERSION } from '../eventVersion.js'
import { LIMITS } from '../limits.js'
import { instant, text, uuid } from './fields.js'

const envelope = {
  id: uuid(),
  v: v.literal(EVENT_VERSION),
  site: text(LIMITS.site),
  channel: v.literal('web'),
  tabId: uuid(),
  visitorId: uuid(),
  ts: instant(),
  conversation: v.optional(uuid()),
}

const caused = <N extends string>(name: N) =>
  v.strictObject({ ...envelope, name: v.literal(name), cause: v.optional(text(LIMITS.cause)) })

/** What an event of a chat widget has to look like, by its name. */
export const chatEventSchemas: Readonly<Record<ChatEvent['name'], v.GenericSchema<unknown, ChatEvent>>> = {
  'chat.message': v.strictObject({ ...envelope, name: v.literal('chat.message'), by: v.picklist(SPEAKERS) }),
  'chat.survey_answered': v.strictObject({
    ...envelope,
    name: v.literal('chat.survey_answered'),
    score: v.optional(v.pipe(v.number(), v.finite())),
  }),
  'chat.open': caused('chat.open'),
  'chat.close': caused('chat.close'),
  'chat.transfer': caused('chat.transfer'),
  'chat.survey_sent': caused('chat.survey_sent'),
  'chat.interrupted': caused('chat.interrupted'),
}
