import type { Unsent } from '../ports/ports.js'
import { draftOf, type Heading, opened } from './draftOf.js'

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

/** The body of a request. What is the same in all events is said once. */
export function bodyOf(batch: readonly Unsent[], heading: Heading): string {
  const [first, ...others] = batch.map(({ text }) => fieldsOf(text))
  if (!first || others.length === 0) return draftOf(batch, heading)
  const common = new Map([...first].filter(([name, json]) => others.every((event) => event.get(name) === json)))
  const events = [first, ...others].map((event) => textOf([...event].filter(([name]) => !common.has(name))))
  return `${opened(heading)},"common":${textOf([...common])},"events":[${events.join()}]}`
}

/** The JSON of each field, by its name. */
function fieldsOf(text: string): ReadonlyMap<string, string> {
  return new Map(Object.entries(JSON.parse(text)).map(([name, value]) => [name, JSON.stringify(value)]))
}

function textOf(fields: readonly (readonly [name: string, json: string])[]): string {
  return `{${fields.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join()}}`
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
