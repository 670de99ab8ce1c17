import type { Entry, FindArticle, Via } from '@helptally/core'

/** What a Referer tells of the page with the link: nothing that anybody typed. */
export interface Referral {
  /** Without `www.`; '' when there is none. */
  readonly host: string
  /** Where the link stood, if the page is one of the help center's own. */
  readonly via: Via
}

const NONE: Referral = { host: '', via: 'external' }
/** Parameters that hold what was searched for. */
const SEARCHED = ['q', 'query', 'search', 's']
const SEARCH_PAGE = /\/(?:search|find|buscar|busqueda)\/?$/i
const HOME = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?$/i

export function referralOf(referer: string | null, find: FindArticle): Referral {
  const from = referer ? URL.parse(referer) : null
  if (!from || !/^https?:$/.test(from.protocol)) return NONE
  return { host: hostName(from.hostname), via: viaOf(from, find) }
}

function viaOf({ pathname, searchParams }: URL, find: FindArticle): Via {
  if (SEARCH_PAGE.test(pathname) || SEARCHED.some((name) => searchParams.has(name))) return 'search_result'
  if (HOME.test(pathname)) return 'home'
  return find(pathname) ? 'in_article' : 'nav'
}

/** Why an article was opened. An Enter cannot be told from a click. */
export function entryOf({ host, via }: Referral, hosts: readonly string[]): { entry: Entry; via: Via } {
  return hosts.includes(host) ? { entry: 'article_click', via } : { entry: 'direct_link', via: 'external' }
}

export const hostName = (host: string): string => host.toLowerCase().replace(/^www\./, '')
