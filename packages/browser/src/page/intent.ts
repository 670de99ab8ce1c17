import type { Entry, Via } from '@helptally/core'
import type { PageSeen } from '../ports/ports.js'

/** What the reader did to open an article, noted before the article is shown. */
export interface Intent {
  readonly entry: Entry
  readonly via: Via
  readonly queryId?: string
  readonly position?: number
  readonly listId?: string
  readonly algorithm?: string
  /** The id of the article it leads to; null when the page does not say. */
  readonly article: string | null
  /** Epoch ms. */
  readonly at: number
  /** The path of the page that was left with it. */
  readonly from?: string
}

/** A slow network may take this long to show what the reader chose. */
export const INTENT_LIFE_MS = 60_000

export function isFresh(intent: Intent | null, now: number): intent is Intent {
  return intent !== null && now - intent.at < INTENT_LIFE_MS
}

/** Whether it was left for this page. One that was left before its engine came has passed on what was meant for itself. */
export function isForPage({ from }: Intent, { referrer }: PageSeen): boolean {
  // A site may hide the path, or all.
  const path = URL.canParse(referrer) ? new URL(referrer).pathname : '/'
  return path === '/' || path === from
}
