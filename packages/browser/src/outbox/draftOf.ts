import type { Batch } from '@helptally/core/schema'
import type { Unsent } from '../ports/ports.js'

/** What a page says of a batch as a whole. */
export type Heading = Pick<Batch, 'sentAt' | 'later' | 'dropped' | 'webdriver' | 'tabId'>

/** The body of a request as it is made with each event while it waits: long, and cheap to make. */
export function draftOf(batch: readonly Unsent[], heading: Heading): string {
  return `${JSON.stringify(heading).slice(0, -1)},"events":[${batch.map(({ text }) => text).join()}]}`
}
