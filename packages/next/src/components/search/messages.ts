import type { AnswerState } from './useAnswer.js'

/** What the search bar says. */
export interface HelpSearchMessages {
  readonly resultCount: (count: number) => string
  readonly noResults: (query: string) => string
  readonly failed: string
}

export const defaultSearchMessages: HelpSearchMessages = {
  resultCount: (count) => (count === 1 ? '1 article found' : `${count} articles found`),
  noResults: (query) => `No article found for “${query}”`,
  failed: 'The search does not work right now. Please try again.',
}

/** The words of the live region. Empty while nothing is shown, so that the next words are announced. */
export function statusText(messages: HelpSearchMessages, state: AnswerState, query: string, count: number): string {
  switch (state) {
    case 'closed':
      return ''
    case 'results':
      return messages.resultCount(count)
    case 'none':
      return messages.noResults(query)
    case 'failed':
      return messages.failed
  }
}
