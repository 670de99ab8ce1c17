// For those who drive the engine: tests, and pages in other hosts.
export { browserPorts } from './browserPorts.js'
export type {
  Channel,
  Clock,
  Cookies,
  Focus,
  KeyValueStore,
  Lifecycle,
  Locks,
  Page,
  Ports,
  Reply,
  Send,
  Sight,
} from './ports.js'
export { type Clocks, steadyClock } from './steadyClock.js'
