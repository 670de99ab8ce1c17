import { ACTIVITY_OF, type Channel, type ClaimedEvent, type EventName } from '@helptally/core'
import { AS_BEFORE, ITSELF } from './evidence.sql.js'

/** The events of one tab, in the order of `seq`. Those that can be no session of their own have no id but their number. */
export interface Thread {
  readonly channel: Channel
  readonly tabId: string
  readonly events: ClaimedEvent[]
}

/** What `evidenceSql` calls by its number, from 1. */
export const NAMES = Object.keys(ACTIVITY_OF) as readonly EventName[]

const PLACES = 11

/** Reads what `evidenceSql` tells. */
export function readEvidence(json: string): Thread[] {
  const told: (string | number | null)[] = JSON.parse(json)
  const threads: Thread[] = []
  let thread: Thread | null = null
  let sessionId: string | null = null
  for (let i = 0; i < told.length; i += PLACES) {
    const tab = told[i] as string | null
    if (tab !== null) {
      thread = newThread(tab)
      threads.push(thread)
    }
    const { tabId, events } = thread!
    const seq = told[i + 1] as number
    const id = (told[i + 2] as string | null) ?? `${tabId} ${seq}`
    const session = told[i + 3] as string | number | null
    if (session !== AS_BEFORE) sessionId = session === ITSELF ? id : (session as string | null)
    const ts = told[i + 7] as number
    const sinceActive = told[i + 8] as number | null
    const at = ts + (told[i + 9] as number)
    events.push({
      seq,
      id,
      sessionId,
      name: NAMES[(told[i + 4] as number) - 1]!,
      cause: told[i + 5] as string,
      trigger: told[i + 6] as string,
      ts,
      activeAt: sinceActive === null ? null : ts - sinceActive,
      at,
      receivedAt: at + (told[i + 10] as number),
    })
  }
  return threads
}

function newThread(tab: string): Thread {
  const [channel, tabId] = tab.split(' ')
  return { channel: channel as Channel, tabId: tabId!, events: [] }
}
