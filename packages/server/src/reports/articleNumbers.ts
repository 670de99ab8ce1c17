import { rateOf, wilsonLow } from './rates.js'
import type { ArticleNumbers } from './shapes.js'

/** A row of `articleNumbersSql`. */
export interface CountedArticle {
  /** The article's, or the revision's. */
  readonly name: string
  /** Epoch ms. */
  readonly first_at: number
  readonly opens: number
  readonly session_views: number
  readonly reads: number
  readonly quick_exits: number
  readonly last_in_session: number
  readonly searched_again: number
  readonly contacted: number
  readonly failed: number
  readonly up: number
  readonly down: number
  readonly synthetic: boolean
}

/** How long and how far it was read. */
export type Reading = Pick<ArticleNumbers, 'engaged_median_ms' | 'engaged_p75_ms' | 'scroll_median'>

export const scoreOf = ({ opens, failed }: Pick<CountedArticle, 'opens' | 'failed'>): number =>
  failed * (wilsonLow(failed, opens) ?? 0)

export function numbersOf(of: Omit<CountedArticle, 'name' | 'first_at'> & Reading): ArticleNumbers {
  const { opens, up, down, failed } = of
  return {
    opens,
    session_views: of.session_views,
    engaged_median_ms: of.engaged_median_ms,
    engaged_p75_ms: of.engaged_p75_ms,
    scroll_median: of.scroll_median,
    read: rateOf(of.reads, opens),
    quick_exit: rateOf(of.quick_exits, opens),
    last_article: rateOf(of.last_in_session, of.session_views),
    search_again: rateOf(of.searched_again, opens),
    contact_after: rateOf(of.contacted, of.session_views),
    helpfulness: helpfulnessOf(up, down),
    votes: rateOf(up + down, opens),
    failed: rateOf(failed, opens),
    score: scoreOf(of),
  }
}

export const helpfulnessOf = (up: number, down: number): ArticleNumbers['helpfulness'] => ({
  ...rateOf(up, up + down),
  low: wilsonLow(up, up + down),
})
