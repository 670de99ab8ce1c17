export { addressBelow } from './addressBelow.js'
export { articlePattern, type FindArticle } from './articlePattern.js'
export {
  AGENT_REST_MS,
  CHANNELS,
  type Channel,
  type ChannelRule,
  type EarlyEnd,
  type EndReason,
  help,
  RULE_VERSION,
  SURVEY_ANSWER_MS,
  type VisitRule,
  webAnalytics,
} from './channels.js'
export { type Cause, type ClaimedEvent, checkClaims, claimsSession, type Difference } from './checkClaims.js'
export { clockOf, parseClock } from './clock.js'
export { compareRules, type Moved } from './compareRules.js'
export { type ChatEvent, type ChatFields, isChatEvent, type PageEvent } from './conversation/chatEvent.js'
export {
  type ConversationEvent,
  type ConversationName,
  conversationFactOf,
} from './conversation/conversationEvent.js'
export {
  type ConversationChannel,
  type ConversationFact,
  SPEAKERS,
  type Speaker,
  TURNS,
  type Turn,
} from './conversation/conversationFact.js'
export {
  type ConversationExplained,
  type ConversationStep,
  explainConversation,
} from './conversation/explainConversation.js'
export { type ConversationSession, recountConversation } from './conversation/recountConversation.js'
export { eventId, tailOf } from './eventId.js'
export * from './events.js'
export { EVENT_VERSION } from './eventVersion.js'
export { type ExplainedStep, explain, type SessionExplained } from './explain.js'
export { idleEndAt, isIdle } from './idle.js'
export { EARLIEST_MS, LATEST_MS, LIMITS, MOST_THINGS } from './limits.js'
export { OUTCOMES, type Outcome } from './outcomes.js'
export { isLanguageTag } from './pageLimits.js'
export { type CountedSession, recount } from './recount.js'
export { type DatedFact, type Evidence, type Fact, factOf, factsOf, lastActivityOf } from './session/facts.js'
export { advance, advanceTab } from './session/machine.js'
export { type Heard, runThread } from './session/runThread.js'
export {
  type EndedSession,
  newThread,
  type OpenSession,
  type SessionEffect,
  type Step,
  type ThreadState,
} from './session/thread.js'
export { type RandomBytes, UUID, uuidv7 } from './uuid.js'
export { opensVisit, type PageView, type Visit, visitsOf } from './visits.js'
