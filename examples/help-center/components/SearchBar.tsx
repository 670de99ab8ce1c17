'use client'

import { HelpSearch, type SearchHit } from '@helptally/next'
import { fill } from '../lib/fill'
import { loadSearch } from '../lib/loadSearch'
import type { Locale } from '../lib/locales'
import { articlePath } from '../lib/paths'
import type { Words } from '../lib/words'

interface SearchBarProps {
  readonly locale: Locale
  readonly words: Words['search']
  readonly size: 'large' | 'compact'
}

/** The search bar over the index of this language, which is loaded when the reader enters the field. */
export function SearchBar({ locale, words, size }: SearchBarProps) {
  const search = async (query: string): Promise<readonly SearchHit[]> => {
    const find = await loadSearch(locale)
    return find(query).map(({ id, title, description }) => ({
      id,
      href: articlePath(locale, id),
      title,
      detail: description,
    }))
  }

  return (
    <HelpSearch
      className={`help-search ${size}`}
      engine="minisearch"
      label={words.label}
      placeholder={words.placeholder}
      search={search}
      prepare={() => void loadSearch(locale).catch(() => {})}
      messages={{
        resultCount: (count) => fill(count === 1 ? words.oneFound : words.manyFound, { count }),
        noResults: (query) => fill(words.noneFound, { query }),
        failed: words.failed,
      }}
    />
  )
}
