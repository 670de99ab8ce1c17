'use client'

import { findHelp } from '@helptally/browser'
import { useMemo, useRef } from 'react'

/** What a search bar shows for the words in its field. */
export interface ResultsShown {
  /** How many; null when the search failed. */
  readonly results: number | null
  /** From the request to its results, ms. Since `onQuery`, when not said. */
  readonly latencyMs?: number
  /** What searched, <= 40 characters. That of the hook, when not said. */
  readonly engine?: string
  /** What narrows the search down, at most ten of <= 64 characters. */
  readonly filters?: readonly string[]
  /** The words that they answer, when it is not the last that were asked for. */
  readonly query?: string
}

/** What `useHelpSearch` answers: props for the elements of a search bar, and what it has to tell. */
export interface HelpSearchCounting {
  /** For the element around the field and its results. */
  readonly searchProps: { readonly 'data-help-search': '' }
  /** The search is asked for these words. */
  readonly onQuery: (query: string) => void
  /** This is shown for them. */
  readonly onResults: (shown: ResultsShown) => void
  /** For each result, with its place from 1. */
  readonly optionProps: (
    position: number,
    articleId: string,
  ) => { readonly 'data-help-article': string; readonly 'data-help-position': number }
}

const searchProps = { 'data-help-search': '' } as const
const optionProps: HelpSearchCounting['optionProps'] = (position, articleId) => ({
  'data-help-article': articleId,
  'data-help-position': position,
})

/** What a search bar of the site's own says of its searches, to be counted as those of `<HelpSearch>` are. */
export function useHelpSearch({ engine }: { readonly engine?: string } = {}): HelpSearchCounting {
  const asked = useRef({ query: '', at: 0 })
  return useMemo(
    () => ({
      searchProps,
      optionProps,
      onQuery(query) {
        asked.current = { query, at: performance.now() }
      },
      onResults({ query = asked.current.query, ...shown }) {
        const isLast = query === asked.current.query
        findHelp()?.showResults({
          ...(engine !== undefined && { engine }),
          ...(isLast && { latencyMs: Math.round(performance.now() - asked.current.at) }),
          ...shown,
          query,
        })
      },
    }),
    [engine],
  )
}
