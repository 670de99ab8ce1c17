import type { ReactElement } from 'react'
import { seen } from '../parts/seen.js'
import { hereWith, type View } from '../view.js'

/** The way to the article's own page, and to all pages of its sessions alone. */
export function ArticleName({ article, view }: { article: string; view: View }): ReactElement {
  const { hrefs, address } = view
  const words = view.words.on.articles
  return (
    <th scope="row" className="ht-article">
      <a href={hrefs.to('article', { ...address, of: article })}>
        <bdi title={article}>{seen(article)}</bdi>
      </a>
      {address.article !== article && (
        <a className="ht-only" href={hereWith(view, { article })} aria-label={words.onlyThis(article)}>
          {words.only}
        </a>
      )}
    </th>
  )
}
