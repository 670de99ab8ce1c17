import { CHANNELS, DEVICES, ENTRIES, LIMITS } from '@helptally/core'
import type { QueryParams, Store } from '../store/store.js'
import { UNSEEN } from '../unseen.js'
import type { ReportQuery } from './parseReportQuery.js'

/** What a report is narrowed down to; '' is all. */
export interface Filters {
  /** BCP 47, as the page says. */
  readonly locale: string
  readonly device: string
  /** Why the session started. */
  readonly entry: string
  readonly channel: string
  /** Sessions in which that article was opened. */
  readonly article: string
  /** Sessions in which that was searched, in the form of `searchForm`. */
  readonly query: string
}

const CHOICES: Partial<Readonly<Record<keyof Filters, readonly string[]>>> = {
  device: DEVICES,
  entry: ENTRIES,
  channel: Object.keys(CHANNELS),
}

const LONGEST: Readonly<Record<'locale' | 'article' | 'query', number>> = {
  locale: LIMITS.locale,
  article: LIMITS.articleId,
  query: LIMITS.query,
}

/** The filters of a request, or what is wrong with them. */
export function parseFilters(read: (name: string) => string | undefined): Filters | string {
  const filters = { locale: '', device: '', entry: '', channel: '', article: '', query: '' }
  for (const name of Object.keys(filters) as (keyof Filters)[]) {
    const value = read(name)
    if (value === undefined) continue
    const choices = CHOICES[name]
    if (choices && !choices.includes(value)) return `${name}: expected ${choices.join(', ')}, got "${value}"`
    const longest = LONGEST[name as keyof typeof LONGEST]
    if (value.length > longest) return `${name}: expected at most ${longest} characters, got ${value.length}`
    filters[name] = name === 'query' ? searchForm(value) || NO_SEARCH : value
  }
  return filters
}

/** How searches are told apart: without case, punctuation, needless spaces and what shows nothing. The fold of the facts does the same. */
export const searchForm = (query: string): string =>
  query
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/./gsu, lowerOf)
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim()

/** Of one letter one letter, as DuckDB has it: neither a Σ that knows its place in the word nor a dot beside the i of İ. */
const lowerOf = (letter: string): string => String.fromCodePoint(letter.toLowerCase().codePointAt(0)!)

/** Has not the form of a search, so it chooses nothing. */
export const NO_SEARCH = '?'

/** What the macros of `chosen.sql.ts` take, in their order. */
export const scopeOf = ({ site, period, filters }: ReportQuery): Scope => ({
  site,
  from: period.from,
  to: period.to,
  ...filters,
})

/** How to ask for what is no fact itself: only an article or a search to choose by needs the facts. */
export function asking(store: Store, { filters }: ReportQuery): Store['query'] {
  return filters.article || filters.query ? store.queryFacts : store.query
}

export type Scope = QueryParams & { readonly site: string; readonly from: number; readonly to: number } & Filters
