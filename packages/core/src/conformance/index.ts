export { compareTrace, type Unmet } from './compareTrace.js'
export { publishedTraces } from './publishedTraces.js'
export { type ReadTraces, readTraces } from './readTraces.js'
export { type AnyExplained, countedAt, runTrace, type TraceRun } from './runTrace.js'
export { sessionsOf } from './sessionsOf.js'
export type { ToldTab } from './tellTabs.js'
export { type ToldTalk, toFact } from './tellTalks.js'
export {
  type ChoiceEvent,
  DEEDS,
  type Deed,
  type Expected,
  type TabEvent,
  type TalkEvent,
  TRACE_VERSION,
  type Trace,
  type TraceEvent,
  type TraceSession,
  WAYS,
  type Way,
} from './trace.js'
