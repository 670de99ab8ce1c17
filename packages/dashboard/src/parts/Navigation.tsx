import type { ReactElement } from 'react'
import { PAGES, type PageId } from '../pages.js'
import type { View } from '../view.js'

const LISTED = PAGES.filter((page) => page !== 'article')

export function Navigation({ view }: { view: View }): ReactElement {
  const { words, hrefs, address } = view
  const current: PageId = view.page === 'article' ? 'articles' : view.page
  return (
    <nav className="ht-nav" aria-label={words.frame.pages}>
      <ul>
        {LISTED.map((page) => (
          <li key={page}>
            <a
              href={hrefs.to(page, address)}
              aria-current={page === current ? 'page' : undefined}
              data-key={page === 'live' ? 'r' : undefined}
            >
              {words.page[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
