'use client'

import { useHelpSearch } from '@helptally/next'
import Link from 'next/link'
import { useId, useRef, useState } from 'react'
import { fill } from '../lib/fill'
import { loadSearch } from '../lib/loadSearch'
import type { Locale } from '../lib/locales'
import { articlePath } from '../lib/paths'
import type { FoundArticle } from '../lib/search'
import type { Words } from '../lib/words'

interface PlainSearchProps {
  readonly locale: Locale
  readonly words: Words['search']
}

type Answer = { readonly query: string; readonly found: readonly FoundArticle[] | null }

/** A search box of the site's own, without the search bar of the package: what it asks and shows is counted by the hook. */
export function PlainSearch({ locale, words }: PlainSearchProps) {
  const { searchProps, optionProps, onQuery, onResults } = useHelpSearch({ engine: 'minisearch' })
  const [answer, setAnswer] = useState<Answer | null>(null)
  const latest = useRef('')
  const fieldId = useId()

  async function ask(query: string): Promise<void> {
    latest.current = query
    if (query.trim() === '') return setAnswer(null)
    onQuery(query)
    const found = await loadSearch(locale).then(
      (find) => find(query),
      () => null,
    )
    if (latest.current !== query) return
    setAnswer({ query, found })
    onResults({ results: found?.length ?? null })
  }

  return (
    <div className="plain-search" {...searchProps}>
      <label htmlFor={fieldId}>{words.ownLabel}</label>
      <input id={fieldId} type="search" autoComplete="off" onChange={({ target }) => void ask(target.value)} />
      <p role="status">{answer && statusOf(answer, words)}</p>
      <ol className="article-rows">
        {answer?.found?.map(({ id, title, description }, index) => (
          <li key={id}>
            <Link className="article-row" href={articlePath(locale, id)} {...optionProps(index + 1, id)}>
              <strong>{title}</strong>
              <span>{description}</span>
            </Link>
          </li>
        ))}
      </ol>
    </div>
  )
}

function statusOf({ query, found }: Answer, words: Words['search']): string {
  if (!found) return words.failed
  if (found.length === 0) return fill(words.noneFound, { query })
  return fill(found.length === 1 ? words.oneFound : words.manyFound, { count: found.length })
}
