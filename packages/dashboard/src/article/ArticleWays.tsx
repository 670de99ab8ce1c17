import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** Back to all articles, and on to everything else about the sessions with this one. */
export function ArticleWays({ article, view }: { article: string; view: View }): ReactElement {
  const { hrefs, address } = view
  const words = view.words.on.article
  return (
    <div>
      <nav className="ht-ways" aria-label={words.ways}>
        <a href={hrefs.to('articles', address)}>{words.all}</a>
        <a href={hrefs.to('overview', { ...address, article })}>{words.itsSessions}</a>
      </nav>
      {address.article && <p className="ht-note">{words.filterIgnored}</p>}
    </div>
  )
}
