export { findHelp, startHelp, stopHelp } from './boot.js'
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
