import type { HelpEvent } from '@helptally/core'
import type { Batch } from '@helptally/core/schema'
import type { Unsent } from '../ports/ports.js'

/** Below the 64 KiB that browsers let pages keep alive, and that the collector takes. */
export const MOST_BYTES = 60_000
/** What waits for longer, or beyond this, is given up, oldest first. */
const LONGEST_WAIT_MS = 86_400_000
const MOST_CHARACTERS = 1_000_000
/** What the collector takes at once. */
const MOST_EVENTS = 200

export function seal(event: HelpEvent): Unsent {
  const { id, tabId, seq, ts } = event
  return { id, tabId, seq, ts, text: JSON.stringify(event) }
}

export function bytesOf(texts: readonly { readonly text: string }[]): number {
  return new TextEncoder().encode(texts.map(({ text }) => text).join()).length
}

/** No request takes it: a `beforeSend` has made it so. */
export function isTooBig(unsent: Unsent): boolean {
  return unsent.text.length * 3 > MOST_BYTES && bytesOf([unsent]) >= MOST_BYTES
}

/** The first of them, as many as go into one batch of so many bytes. */
export function firstBatch(unsent: readonly Unsent[], room: number = MOST_BYTES): readonly Unsent[] {
  let bytes = 0
  const tooMany = unsent.findIndex((one, index) => {
    bytes += bytesOf([one]) + 1
    return bytes > room || index === MOST_EVENTS
  })
  return unsent.slice(0, tooMany < 0 ? undefined : tooMany)
}

/** What a page says of a batch as a whole. */
export type Heading = Pick<Batch, 'sentAt' | 'later' | 'dropped' | 'webdriver' | 'tabId'>

/** The body of a request. What is the same in all events is said once. */
export function bodyOf(batch: readonly Unsent[], heading: Heading): string {
  const events = batch.map(({ text }) => Object.entries<unknown>(JSON.parse(text)))
  const [first = [], ...others] = events
  if (others.length === 0) return JSON.stringify({ ...heading, events: events.map(Object.fromEntries) })
  const isCommon = ([key, value]: [string, unknown]) =>
    events.every((event) => event.some(([otherKey, other]) => otherKey === key && other === value))
  const common = new Map(first.filter(isCommon))
  const rest = events.map((event) => Object.fromEntries(event.filter(([key]) => !common.has(key))))
  return JSON.stringify({ ...heading, common: Object.fromEntries(common), events: rest })
}

/** The same, made anew with each event while it waits: longer, and cheap to make. */
export function draftOf(batch: readonly Unsent[], heading: Heading): string {
  return `${JSON.stringify(heading).slice(0, -1)},"events":[${batch.map(({ text }) => text).join()}]}`
}

/** Which of them are not given up; both in the order of their time. */
export function withinLimits(
  unsent: readonly Unsent[],
  now: number,
): { readonly kept: readonly Unsent[]; readonly dropped: readonly Unsent[] } {
  const sorted = unsent.toSorted((a, b) => a.ts - b.ts)
  let characters = 0
  const end = sorted.findLastIndex(({ ts, text }) => {
    characters += text.length
    return characters > MOST_CHARACTERS || now - ts > LONGEST_WAIT_MS
  })
  return { kept: sorted.slice(end + 1), dropped: sorted.slice(0, end + 1) }
}
