import type { HelpEvent } from '@helptally/core'
import type { Unsent } from '../ports/ports.js'

/** The event as it will travel. */
export function toUnsent(event: HelpEvent): Unsent {
  const { id, tabId, seq, ts } = event
  const text = JSON.stringify(event)
  return { id, tabId, seq, ts, text, bytes: new TextEncoder().encode(text).length }
}
