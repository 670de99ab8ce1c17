export type { BeforeSend, Consent, HelpEngine, HelpOptions, HelpState, ShownResults } from './helpEngine.js'
export { findHelp, startHelp } from './boot.js'
