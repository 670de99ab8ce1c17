import type { Opening } from './classifyByAddress.js'
import { INTENT_LIFE_MS } from './page/intent.js'

/** What a tab tells another that its link opened: why the article there was opened. */
export type Given = Omit<Opening, 'nav' | 'forkedFrom'>

/**
 * The clicks of this tab that opened articles in other tabs, kept until the new tab asks. Each is given once.
 * Times are those of the wall clock, epoch ms.
 */
export interface Offers {
  keep(article: string, given: Given, at: number): void
  /** To a document that began at `bornAt`: what began before a click did not come of it. */
  give(article: string, bornAt: number): Given | undefined
}

export function createOffers(): Offers {
  const kept = new Map<string, { readonly given: Given; readonly at: number }>()
  return {
    keep: (article, given, at) => void kept.set(article, { given, at }),
    give(article, bornAt) {
      const offer = kept.get(article)
      if (!offer || offer.at > bornAt) return undefined
      kept.delete(article)
      return bornAt - offer.at < INTENT_LIFE_MS ? offer.given : undefined
    },
  }
}
