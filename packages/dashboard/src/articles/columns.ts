import type { ArticleRow } from '@helptally/server/reports'
import type { ArticlesColumn } from '../messages/articles.js'

/** The report's own: where mending helps most. */
export const STANDARD_ORDER = '-score'

/** By what each column sorts, in the order of the table. Helpfulness by what is sure of it, not by a few votes. */
export const COLUMN_VALUES: Readonly<Record<ArticlesColumn, (row: ArticleRow) => number | string | null>> = {
  article: ({ article }) => article,
  score: ({ score }) => score,
  opens: ({ opens }) => opens,
  read: ({ read }) => read.rate,
  quick_exit: ({ quick_exit }) => quick_exit.rate,
  engaged: ({ engaged_median_ms }) => engaged_median_ms,
  scroll: ({ scroll_median }) => scroll_median,
  helpfulness: ({ helpfulness }) => helpfulness.low,
  votes: ({ votes }) => votes.rate,
  search_again: ({ search_again }) => search_again.rate,
  contact_after: ({ contact_after }) => contact_after.rate,
  failed: ({ failed }) => failed.rate,
}

export const COLUMNS: readonly ArticlesColumn[] = Object.keys(COLUMN_VALUES) as ArticlesColumn[]
