import { ArticleLink } from '@helptally/next'
import type { ReactNode } from 'react'
import type { Locale } from '../../lib/locales'
import { leavesTheSite, linkTarget } from '../../lib/markdown/linkTarget'

interface TextLinkProps {
  readonly href: string
  readonly locale: Locale
  readonly children: ReactNode
}

/** A link in the text of an article. */
export function TextLink({ href, locale, children }: TextLinkProps) {
  const target = linkTarget(href, locale)
  if (!leavesTheSite(target)) return <ArticleLink href={target}>{children}</ArticleLink>
  return (
    <a href={target} rel="noreferrer">
      {children}
    </a>
  )
}
