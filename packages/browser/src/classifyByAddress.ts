import type { ArticleOpen, FindArticle, Nav } from '@helptally/core'
import type { PageSeen } from './ports/ports.js'

/** Why an article is shown, as its opening event says it. */
export type Opening = Pick<
  ArticleOpen,
  'entry' | 'via' | 'nav' | 'queryId' | 'position' | 'listId' | 'algorithm' | 'openedFrom' | 'forkedFrom'
>

/** Why an article is shown when nobody knows of a click: the address that led here has to tell. */
export function classifyByAddress(nav: Nav, page: PageSeen, find: FindArticle): Opening {
  // A link of this site led here from another tab, or from a page that could leave no word.
  if (nav === 'load' && isSameOrigin(page)) {
    return { entry: 'article_click', via: find(new URL(page.referrer).pathname) ? 'in_article' : 'nav', nav }
  }
  return { entry: 'direct_link', via: 'external', nav }
}

export function isSameOrigin({ referrer, url }: PageSeen): boolean {
  return URL.canParse(referrer) && new URL(referrer).origin === url().origin
}

/** A link in another tab may have led to it. Links may be told to leave no referrer. */
export function mayComeFromTab({ nav, entry }: Opening, { referrer }: PageSeen): boolean {
  return nav === 'load' && (entry === 'article_click' || referrer === '')
}
