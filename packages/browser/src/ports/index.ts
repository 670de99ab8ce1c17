// For those who drive the engine: tests, and pages in other hosts.
export { browserPorts } from './browserPorts.js'
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
} from './ports.js'
export { type Clocks, steadyClock } from './steadyClock.js'
