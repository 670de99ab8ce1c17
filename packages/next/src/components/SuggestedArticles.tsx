import { type ReactElement, useId } from 'react'
import { ArticleLink } from './ArticleLink.js'

/** One article of the list. */
export interface SuggestedArticle {
  /** The article's id, as it is counted. */
  readonly id: string
  readonly href: string
  readonly title: string
  /** A line under the title. */
  readonly detail?: string
}

export interface SuggestedArticlesProps {
  /** Which suggestions these are, as reports name them: `related`, `popular`. <= 64 characters. */
  readonly list: string
  /** What made the list, for comparing one way with another. <= 40 characters. */
  readonly algorithm?: string
  /** The articles, the best first. */
  readonly items: readonly SuggestedArticle[]
  /** The heading above them. */
  readonly title: string
  /** The class of its element. Default `help-suggested`. */
  readonly className?: string
}

/** Articles that the reader may want next. Draws nothing when there are none. */
export function SuggestedArticles({
  list,
  algorithm,
  items,
  title,
  className = 'help-suggested',
}: SuggestedArticlesProps): ReactElement | null {
  const titleId = useId()
  if (items.length === 0) return null

  return (
    <section
      className={className}
      aria-labelledby={titleId}
      data-help-via="suggestion"
      data-help-list={list}
      data-help-algorithm={algorithm}
    >
      <h2 id={titleId}>{title}</h2>
      <ul>
        {items.map(({ id, href, title, detail }, index) => (
          <li key={id}>
            <ArticleLink href={href} position={index + 1}>
              <span className="help-suggested-title">{title}</span>
              {detail !== undefined && <span className="help-suggested-detail">{detail}</span>}
            </ArticleLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
