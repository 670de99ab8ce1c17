import { EVENT_VERSION, type EventFields, type HelpEvent, help, type ThreadState } from '@helptally/core'
import type { Place } from './page/place.js'
import type { TabRecord } from './tabRecord.js'

export interface EventParts {
  readonly id: string
  readonly site: string
  readonly visitorId: string
  readonly fields: EventFields
  readonly place: Place
  /** Epoch ms. */
  readonly at: number
  /** The tab before the event. */
  readonly record: TabRecord
  /** The tab after it. */
  readonly thread: ThreadState
}

/** The event that says what happened, with its place in the tab's sequence and the evidence for its session. */
export function newEvent({ id, site, visitorId, fields, place, at, record, thread: { open } }: EventParts): HelpEvent {
  return {
    article: place.article,
    ...fields,
    ...(fields.name === 'help.article.open' && { previousId: open?.id === id ? open.previousId : null }),
    id,
    v: EVENT_VERSION,
    site,
    channel: help.channel,
    tabId: record.tabId,
    seq: record.seq + 1,
    sessionId: open?.id ?? null,
    visitorId,
    ts: at,
    activeAt: record.activeAt,
    page: place.page,
    ...(place.locale && { locale: place.locale }),
  } as HelpEvent
}
