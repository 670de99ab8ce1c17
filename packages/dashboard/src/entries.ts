import type { Entry } from '@helptally/core'

/** In the order of the bars, from the ground up: neighbours differ in lightness, so they stay apart in grey. */
export const ENTRY_ORDER: readonly Entry[] = ['article_click', 'direct_link', 'search_enter']
