import type { Entry, Via } from '@helptally/core'

/** What the reader did to open an article, noted before the article is shown. */
export interface Intent {
  readonly entry: Entry
  readonly via: Via
  readonly queryId?: string
  readonly position?: number
  readonly listId?: string
  /** Epoch ms. */
  readonly at: number
}

/** An intent that no article followed by then was not about an article. */
export const INTENT_LIFE_MS = 10_000

export function isFresh(intent: Intent | null, now: number): intent is Intent {
  return intent !== null && now - intent.at < INTENT_LIFE_MS
}
