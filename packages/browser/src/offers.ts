import type { Opening } from './classify.js'
import { INTENT_LIFE_MS } from './page/intent.js'

/** What a tab tells another that its link opened: why the article there was opened. */
export type Given = Omit<Opening, 'nav' | 'forkedFrom'>

/** The clicks of this tab that opened articles in other tabs, kept until the new tab asks. Each is given once. */
export interface Offers {
  /** `at`: epoch ms. */
  keep(article: string, given: Given, at: number): void
  give(article: string, at: number): Given | undefined
}

export function createOffers(): Offers {
  const kept = new Map<string, { readonly given: Given; readonly at: number }>()
  return {
    keep: (article, given, at) => void kept.set(article, { given, at }),
    give(article, at) {
      const offer = kept.get(article)
      kept.delete(article)
      return offer && at - offer.at < INTENT_LIFE_MS ? offer.given : undefined
    },
  }
}
