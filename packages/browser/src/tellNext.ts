import {
  advanceTab,
  type EventFields,
  eventId,
  factOf,
  type HelpEvent,
  help,
  lastActivityOf,
  type Step,
} from '@helptally/core'
import { applyBeforeSend } from './applyBeforeSend.js'
import type { HelpOptions, HelpState } from './helpEngine.js'
import { newEvent } from './newEvent.js'
import type { Place } from './page/place.js'
import type { TabRecord } from './tabRecord.js'

export interface Happening {
  readonly fields: EventFields
  readonly place: Place
  /** Epoch ms. */
  readonly at: number
  readonly visitorId: string
  /** How the ids of events end. */
  readonly idTail: string
  readonly options: HelpOptions
}

/** What happened as an event, and the tab after it; null when the site drops the event: then nothing has happened. */
export function tellNext(
  record: TabRecord,
  { fields, place, at, visitorId, idTail, options: { site, beforeSend } }: Happening,
): { readonly event: HelpEvent; readonly record: TabRecord; readonly isNews: boolean } | null {
  const id = eventId(at, record.seq + 1, idTail)
  const step = advanceTab(help, record.thread, factOf({ ...fields, id }), at)
  const made = newEvent({ id, site, visitorId, fields, place, at, record, thread: step.state })
  const event = applyBeforeSend(beforeSend, made)
  return (
    event && {
      event,
      isNews: isNews(step),
      record: {
        ...afterStep(record, step),
        seq: event.seq,
        provedAt: lastActivityOf(event) ?? record.provedAt,
        ...(event.id === event.sessionId && event.name === 'help.article.open' && { entry: event.entry }),
      },
    }
  )
}

/** The tab after what the machine made of something. */
export function afterStep(record: TabRecord, { state }: Step): TabRecord {
  return { ...record, thread: state, activeAt: state.open?.lastAt ?? record.activeAt }
}

/** Whether a session has started or ended. */
export function isNews({ effects }: Step): boolean {
  return effects.some(({ type }) => type !== 'continued')
}

/** The session that the tab has, as sites see it. */
export function sessionOf({ thread: { open }, entry }: TabRecord): HelpState['session'] {
  return open && { id: open.id, startedAt: open.startedAt, entry }
}

/** Whether the reader was active since an event last gave proof of it. */
export function hasUnprovedActivity({ thread: { open }, provedAt }: TabRecord): boolean {
  return open !== null && open.lastAt > provedAt
}
