import MiniSearch, { type Options, type SearchOptions, type SearchResult } from 'minisearch'
import { plainLetters } from './plainText'

export interface SearchableArticle {
  /** The slug. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly headings: string
  readonly body: string
  /** Told for who looks something up: it comes after what explains the same words. */
  readonly isReference: boolean
}

export interface FoundArticle {
  readonly id: string
  readonly title: string
  readonly description: string
}

export type ArticleIndex = MiniSearch<SearchableArticle>

/** More than fits on a phone without scrolling is a list that nobody reads. */
const MAX_FOUND = 7
/** What a reference counts for, beside an article that explains. */
const REFERENCE_SHARE = 0.4
/** Below this length every second word is a typo of every other. */
const FUZZY_FROM_LENGTH = 4
/** How much of a word may be wrong. Two swapped letters are two mistakes: in a word of six they need the second. */
const FEW_MISTAKES = 0.2
const MANY_MISTAKES = 0.35

const options: Options<SearchableArticle> = {
  fields: ['title', 'description', 'headings', 'body'],
  storeFields: ['title', 'description', 'isReference'],
  processTerm: (term) => plainLetters(term) || null,
  searchOptions: {
    boost: { title: 6, headings: 3, description: 2 },
    boostDocument: (_id, _term, stored) => (stored?.isReference ? REFERENCE_SHARE : 1),
    prefix: true,
    fuzzy: forgiving(FEW_MISTAKES),
    weights: { prefix: 0.6, fuzzy: 0.3 },
  },
}

export function indexArticles(articles: readonly SearchableArticle[]): ArticleIndex {
  const index = new MiniSearch(options)
  index.addAll(articles)
  return index
}

export const writeIndex = (index: ArticleIndex): string => JSON.stringify(index)
export const readIndex = (json: string): ArticleIndex => MiniSearch.loadJSON(json, options)

/** From the strictest reading of a query to the most forgiving one. */
const readings: readonly SearchOptions[] = [
  { combineWith: 'AND' },
  { combineWith: 'OR' },
  { combineWith: 'OR', fuzzy: forgiving(MANY_MISTAKES) },
]

/** The best articles for a query, by the first reading that finds any. */
export function findArticles(index: ArticleIndex, query: string): readonly FoundArticle[] {
  for (const reading of readings) {
    const found = index.search(query, reading)
    if (found.length > 0) return found.slice(0, MAX_FOUND).map(toFound)
  }
  return []
}

const toFound = ({ id, title, description }: SearchResult): FoundArticle => ({ id, title, description })

function forgiving(share: number): (term: string) => number | false {
  return (term) => (term.length < FUZZY_FROM_LENGTH ? false : share)
}
