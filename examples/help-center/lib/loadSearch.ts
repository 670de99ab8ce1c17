import type { Locale } from './locales'
import { searchIndexPath } from './paths'
import type { FoundArticle } from './search'

export type FindArticles = (query: string) => readonly FoundArticle[]

const loading = new Map<Locale, Promise<FindArticles>>()

/** Loads the index of a language once, and the library with it. A failed load is tried again by the next caller. */
export function loadSearch(locale: Locale): Promise<FindArticles> {
  const known = loading.get(locale)
  if (known) return known
  const search = load(locale)
  loading.set(locale, search)
  search.catch(() => loading.delete(locale))
  return search
}

async function load(locale: Locale): Promise<FindArticles> {
  const [{ findArticles, readIndex }, response] = await Promise.all([
    import('./search'),
    fetch(searchIndexPath(locale)),
  ])
  if (!response.ok) throw new Error(`[helptally] The search index answered ${response.status}.`)
  const index = readIndex(await response.text())
  return (query) => findArticles(index, query)
}
