export { findHelp, startHelp, stopHelp } from './boot.js'
export type { BeforeSend, Consent, HelpEngine, HelpOptions, HelpState, ShownResults } from './helpEngine.js'
export { browserPorts } from './ports/browserPorts.js'
export type {
  Channel,
  Clock,
  Cookies,
  KeyValueStore,
  Lifecycle,
  Locks,
  Page,
  Ports,
  Reply,
  Send,
} from './ports/ports.js'
export { type Clocks, steadyClock } from './ports/steadyClock.js'
