import { isLanguageTag } from '@helptally/core'

export interface LogAsked {
  readonly articles: string
  readonly locale?: string | undefined
  readonly hosts?: readonly string[] | undefined
}

/** What of a question about access logs makes no sense. */
export interface WrongAsked {
  readonly name: 'articles' | 'locale' | 'host'
  readonly expected: string
  readonly got: string
}

/** null when all is well. */
export function wrongAsked({ articles, locale, hosts }: LogAsked): WrongAsked | null {
  if (!articles.startsWith('/') || !articles.includes(':'))
    return { name: 'articles', expected: "a path with a parameter, such as '/:locale/articles/:slug'", got: articles }
  if (locale !== undefined && !isLanguageTag(locale))
    return { name: 'locale', expected: 'a language tag such as en or es-MX', got: locale }
  const bad = hosts?.find((name) => !/^[^\s/:@]+$/.test(name))
  if (bad === undefined) return null
  return { name: 'host', expected: 'hosts such as help.example.com, with commas between', got: bad }
}

export const hostsIn = (host: string | undefined): string[] | undefined => host?.split(',').map((name) => name.trim())
