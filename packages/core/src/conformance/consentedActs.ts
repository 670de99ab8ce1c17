import type { TabEvent, Trace, TraceEvent } from './trace.js'

/** What a page may tell of what happened in a tab. */
export interface Act {
  readonly event: TabEvent
  /** The so many-th tab of that name: after a refusal it is another one. */
  readonly life: number
}

/**
 * What happened in tabs, less what the reader did not consent to. With the consent, the articles that are on screen are
 * opened: then, and not before.
 */
export function consentedActs({ events, consent, threads }: Trace): Act[] {
  const acts: Act[] = []
  const shown = new Map<string, Extract<TabEvent, { does: 'open' }>>()
  let isGranted = consent === 'granted'
  let life = 0
  for (const event of events) {
    if (event.does === 'grant') {
      if (!isGranted) acts.push(...[...shown.values()].map((open) => ({ event: { ...open, at: event.at }, life })))
      isGranted = true
    } else if (event.does === 'refuse') {
      if (isGranted) life += 1
      isGranted = false
    } else if (isInTab(event, threads)) {
      if (event.does === 'open') shown.set(event.in, event)
      if (event.does === 'leave' || event.does === 'close') shown.delete(event.in)
      if (isGranted) acts.push({ event, life })
    }
  }
  return acts
}

const isInTab = (event: TraceEvent, threads: Trace['threads']): event is TabEvent =>
  'in' in event && threads[event.in] === 'help'
