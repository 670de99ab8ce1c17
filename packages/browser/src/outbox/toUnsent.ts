import type { HelpEvent, PageEvent } from '@helptally/core'
import type { Unsent } from '../ports/ports.js'

/** The event as it will travel. */
export function toUnsent(event: PageEvent): Unsent {
  const { id, tabId, seq = Number.POSITIVE_INFINITY, ts } = event as PageEvent & Partial<HelpEvent>
  const text = JSON.stringify(event)
  return { id, tabId, seq, ts, text, bytes: new TextEncoder().encode(text).length }
}
