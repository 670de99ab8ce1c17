export { findHelp, startHelp, stopHelp } from './boot.js'
export { chatSession } from './chat/chatSession.js'
export type { ChatCause, ChatId, ChatMessage, ChatOptions, ChatSession } from './chat/createChat.js'
export type {
  BeforeSend,
  Consent,
  HelpEngine,
  HelpOptions,
  HelpState,
  ShownResults,
  SiteFact,
  VoteMore,
} from './helpEngine.js'
export type { Ports } from './ports/ports.js'
