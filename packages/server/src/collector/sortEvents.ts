import { LIMITS, MOST_THINGS, type PageEvent } from '@helptally/core'
import { parsePageEvent } from '@helptally/core/schema'
import { isUuid } from '../isUuid.js'
import type { RejectedLine } from '../ledger/ledgerLine.js'
import { badTime } from './eventTime.js'

/** An event of a batch: kept, or not and why. */
export type Judged =
  | { readonly event: PageEvent }
  | { readonly input: unknown; readonly outcome: RejectedLine['outcome']; readonly reason: string }

/** What of an event can be read, whatever else is wrong with it. */
export interface Readable {
  readonly id: string | null
  readonly site: string | null
  readonly tabId: string | null
  readonly seq: number | null
}

/** Checks the events of a batch one by one. One bad event never costs the others. */
export function sortEvents(events: readonly unknown[], sentAt: number): readonly Judged[] {
  return events.map((input) => {
    const parsed = parsePageEvent(input)
    if (!parsed.ok) return { input, outcome: parsed.outcome, reason: parsed.reason }
    const bad = badTime(parsed.event, sentAt)
    return bad ? { input, ...bad } : { event: parsed.event }
  })
}

/** Characters. */
const MAX_ID_SHOWN = 64

export function readableOf(input: unknown): Readable {
  const { id, site, tabId, seq } = (input ?? {}) as Partial<Record<keyof Readable, unknown>>
  return {
    id: typeof id === 'string' ? clean(id.slice(0, MAX_ID_SHOWN)) : null,
    site: typeof site === 'string' && site !== '' && site.length <= LIMITS.site ? clean(site) : null,
    tabId: isUuid(tabId) ? tabId : null,
    seq: isSeq(seq) ? seq : null,
  }
}

/** Half of a surrogate pair is no text for the store. */
const clean = (text: string): string => text.toWellFormed()

const isSeq = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= MOST_THINGS
