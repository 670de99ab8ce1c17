import type { ComponentPropsWithoutRef, ReactElement } from 'react'
import { countWords } from './countWords.js'
import { textOf } from './textOf.js'

export interface ArticleBodyProps extends ComponentPropsWithoutRef<'article'> {
  /** The article's id, as its address says it: so that nobody takes the page before for this one. */
  readonly article?: string
  /** How many words it has, or the text to count them in. Counted in the children when not said, as far as they are text. */
  readonly words?: number | string
  /** Which revision of the article this is, <= 64 characters. */
  readonly rev?: string
  /** The part of the help center that the article belongs to, <= 64 characters. */
  readonly section?: string
  /** The element that it is. Default `article`. */
  readonly as?: 'article' | 'div' | 'section' | 'main'
}

/** The text of an article: how far a reader comes in it is measured, and how long it takes is reckoned from its words. */
export function ArticleBody({
  article = '',
  words,
  rev,
  section,
  as: Element = 'article',
  children,
  ...others
}: ArticleBodyProps): ReactElement {
  const counted = typeof words === 'number' ? words : countWords(words ?? textOf(children), others.lang)
  return (
    <Element
      {...others}
      data-help-article-body={article}
      data-help-words={counted || undefined}
      data-help-rev={rev}
      data-help-section={section}
      // Two engines may count the words of a language differently.
      suppressHydrationWarning
    >
      {children}
    </Element>
  )
}
