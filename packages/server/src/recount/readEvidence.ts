import { ACTIVITY_OF, type Channel, type ClaimedEvent, type EventName } from '@helptally/core'

/** The events of one tab, in the order of `seq`. Those that can be no session of their own have no id but their number. */
export interface Thread {
  readonly channel: Channel
  readonly tabId: string
  readonly events: ClaimedEvent[]
}

/** What `evidenceSql` calls by its number, from 1. */
export const NAMES = Object.keys(ACTIVITY_OF) as readonly EventName[]

/** Reads what `evidenceSql` tells. */
export function readEvidence(lines: string): Thread[] {
  const threads: Thread[] = []
  let sessionBefore: string | null = null
  for (const line of lines.split('\n')) {
    const [tab, seq, id, session, name, cause, trigger, ts, sinceActive, corrected, underWay] = line.split(',')
    if (tab !== '') threads.push(newThread(tab!))
    const { tabId, events } = threads.at(-1)!
    const sessionId = sessionOf(session!, id!, sessionBefore)
    sessionBefore = sessionId
    const at = Number(ts) + Number(corrected)
    events.push({
      seq: Number(seq),
      id: id === '' ? `${tabId} ${seq}` : id!,
      sessionId,
      name: NAMES[Number(name) - 1]!,
      cause: cause!,
      trigger: trigger!,
      ts: Number(ts),
      activeAt: sinceActive === '' ? null : Number(ts) - Number(sinceActive),
      at,
      receivedAt: at + Number(underWay),
    })
  }
  return threads
}

function newThread(tab: string): Thread {
  const [channel, tabId] = tab.split(' ')
  return { channel: channel as Channel, tabId: tabId!, events: [] }
}

function sessionOf(told: string, id: string, before: string | null): string | null {
  if (told === '') return null
  if (told === '=') return id
  return told === '^' ? before : told
}
