import type { PageEvent } from '@helptally/core'
import type { Unsent } from '../ports/ports.js'
import { draftOf, type Heading } from './draftOf.js'
import { inShort } from './inShort.js'

/** Below the 64 KiB that browsers let pages keep alive, and that the collector takes. */
export const MOST_BYTES = 60_000
/** What waits for longer, or beyond this, is given up, oldest first. */
const LONGEST_WAIT_MS = 86_400_000
const MOST_KEPT_BYTES = 1_000_000
/** What the collector takes at once. */
const MOST_EVENTS = 200

/** What they take as a list in JSON. */
export function bytesOf(unsent: readonly Unsent[]): number {
  return unsent.reduce((sum, { bytes }) => sum + bytes + 1, 0)
}

/** The first of them, as many as go into one batch of so many bytes. */
export function firstBatch(unsent: readonly Unsent[], room: number = MOST_BYTES): readonly Unsent[] {
  let left = room
  const tooMany = unsent.findIndex(({ bytes }, index) => {
    left -= bytes + 1
    return left < 0 || index === MOST_EVENTS
  })
  return unsent.slice(0, tooMany < 0 ? undefined : tooMany)
}

/** The body of a request, as short as it gets. */
export function bodyOf(batch: readonly Unsent[], heading: Heading): string {
  const draft = draftOf(batch, heading)
  const events = batch.map(({ text }) => JSON.parse(text) as PageEvent)
  const short = JSON.stringify({ ...heading, ...inShort(events, heading.sentAt) })
  // What has little in common is no shorter; and a batch of none says that it is one.
  return batch.length > 0 && short.length < draft.length ? short : draft
}

/** Which of them are not given up; both in the order of their time. */
export function withinLimits(
  unsent: readonly Unsent[],
  now: number,
): { readonly kept: readonly Unsent[]; readonly dropped: readonly Unsent[] } {
  const sorted = unsent.toSorted((a, b) => a.ts - b.ts)
  let kept = 0
  const end = sorted.findLastIndex(({ ts, bytes }) => {
    kept += bytes
    return kept > MOST_KEPT_BYTES || now - ts > LONGEST_WAIT_MS
  })
  return { kept: sorted.slice(end + 1), dropped: sorted.slice(0, end + 1) }
}
