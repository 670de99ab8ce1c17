import { ACTIVITY_OF, type EventFields, type EventName, type HelpEvent } from '../events.js'

/** What the machine is told. The moment comes beside it, as `now`. */
export type Fact =
  | { readonly type: 'entry'; readonly id: string }
  | { readonly type: 'message'; readonly id: string; readonly by: 'user' | 'bot' | 'agent' }
  | { readonly type: 'activity' }
  | { readonly type: 'close' | 'transfer' | 'survey_sent' | 'survey_answered' | 'interrupted' }
  /** Nothing happened, time passed. */
  | { readonly type: 'tick' }

/** A fact and its moment. */
export interface DatedFact {
  readonly fact: Fact
  /** Epoch ms, by the clock of the page. */
  readonly at: number
}

/** What the rulebook reads of an event, and no more. Times are epoch ms on the page's clock. */
export interface Evidence {
  readonly id: string
  readonly name: EventName
  readonly cause?: string
  readonly trigger?: string
  readonly ts: number
  readonly activeAt: number | null
}

/** What an event by itself means for the session of its tab. */
export function factOf(event: (EventFields & { readonly id: string }) | Evidence): Fact {
  const meaning = ACTIVITY_OF[event.name](event as never)
  if (meaning === 'entry') return { type: 'entry', id: event.id }
  return { type: meaning === 'activity' ? 'activity' : 'tick' }
}

/**
 * What an event from the log tells the machine, in order: first the activity it is evidence of (`activeAt`),
 * then the event itself.
 */
export function factsOf(event: Evidence): DatedFact[] {
  const own: DatedFact = { fact: factOf(event), at: event.ts }
  return event.activeAt === null ? [own] : [{ fact: { type: 'activity' }, at: event.activeAt }, own]
}

/** The last moment at which this event proves that the reader was active, epoch ms; null when it proves none. */
export function lastActivityOf(event: HelpEvent): number | null {
  return factOf(event).type === 'tick' ? event.activeAt : event.ts
}
