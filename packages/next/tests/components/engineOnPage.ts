import type { Consent, HelpEngine, HelpState, ShownResults, SiteFact, VoteMore } from '@helptally/browser'
import { createStore } from 'zustand/vanilla'

const KEY = Symbol.for('helptally')
const page = globalThis as { [key: symbol]: HelpEngine | undefined }

export interface RecordingEngine extends HelpEngine {
  readonly shown: ShownResults[]
  readonly votes: (-1 | 1)[]
  /** What was told of them besides. */
  readonly more: VoteMore[]
  readonly tracked: SiteFact[]
}

/** An engine that keeps what the components tell it and takes the reader's choice, and does nothing else. */
export function putEngineOnPage({ consent = 'unknown' }: { consent?: Consent } = {}): RecordingEngine {
  const store = createStore<HelpState>(() => ({
    consent,
    refusedBySignal: false,
    status: 'off',
    tabId: null,
    session: null,
    article: null,
    degraded: [],
  }))
  const shown: ShownResults[] = []
  const votes: (-1 | 1)[] = []
  const more: VoteMore[] = []
  const tracked: SiteFact[] = []
  const engine: RecordingEngine = {
    store,
    shown,
    votes,
    more,
    tracked,
    configure: () => {},
    setConsent: (choice) => store.setState({ consent: choice }),
    showResults: (results) => void shown.push(results),
    vote(value, told) {
      votes.push(value)
      if (told) more.push(told)
    },
    track: (fact) => void tracked.push(fact),
  }
  page[KEY] = engine
  return engine
}

export function takeEngineOffPage(): void {
  page[KEY] = undefined
}
