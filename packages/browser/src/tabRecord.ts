import type { Entry, ThreadState } from '@helptally/core'
import { newThread } from '@helptally/core/page'
import type { Intent } from './page/intent.js'
import type { KeyValueStore } from './ports/ports.js'
import { sealed } from './seal.js'
import { drop, put } from './storing.js'

/** What a tab remembers from one document to the next, in sessionStorage. Another shape is another version. */
export interface TabRecord {
  readonly v: 1
  readonly tabId: string
  /** The number of the tab's last event. */
  readonly seq: number
  readonly thread: ThreadState
  /** How the open session started. */
  readonly entry: Entry
  /** The last activity that postponed the session, epoch ms; kept after its end until the next one starts. */
  readonly activeAt: number | null
  /** The last activity that an event has given proof of, epoch ms. */
  readonly provedAt: number
  /** The time of the tab when this was written, epoch ms. */
  readonly writtenAt: number
  /** How far that was ahead of the wall clock, ms. */
  readonly aheadMs: number
  /** A click on its way to the next document. */
  readonly intent: Intent | null
  /** Set by the document that leaves, removed by the one that follows: proof that this is the same tab. */
  readonly handedOver: boolean
}

export const RECORD_KEY = 'help.tab'

export function newRecord(tabId: string): TabRecord {
  return {
    v: 1,
    tabId,
    seq: 0,
    thread: newThread,
    entry: 'direct_link',
    activeAt: null,
    provedAt: 0,
    writtenAt: 0,
    aheadMs: 0,
    intent: null,
    handedOver: false,
  }
}

/** Whether the record could be written. When it cannot, the one before goes too: its sequence would run twice. */
export function writeRecord(store: KeyValueStore | null, record: TabRecord): boolean {
  const text = sealed(record)
  return put(store, RECORD_KEY, text) || (drop(store, RECORD_KEY) && put(store, RECORD_KEY, text))
}
