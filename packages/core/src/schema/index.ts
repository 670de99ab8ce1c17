export { LIMITS } from '../limits.js'
export {
  type Batch,
  MAX_BATCH_BYTES,
  MAX_BATCH_EVENTS,
  type ParsedBatch,
  type PostedBatch,
  parseBatch,
} from './batch.js'
export {
  type ConversationBatch,
  type DatedConversationFact,
  MAX_FACTS,
  type ParsedConversationBatch,
  type ParsedConversationFact,
  parseConversationBatch,
  parseConversationFact,
} from './conversation.js'
export { eventSchemas, type ParsedEvent, parseEvent } from './event.js'
export { type ParsedPageEvent, pageEventSchemas, parsePageEvent } from './pageEvent.js'
export { type ParsedRules, parseRules } from './rules.js'
export type { Run } from './unfold.js'
