import type { ArticleRef } from './events.js'
import { ARTICLE_ID_LIMIT, isLanguageTag } from './pageLimits.js'

const LOCALE_PARAMETER = 'locale'
const PARAMETER_OR_SPECIAL = /\/?:(\w+)(?:\(([\w|-]+)\))?([*?]?)|[.+?^${}()|[\]\\]/g

/** Finds the article that lives at a path, or null. */
export type FindArticle = (pathname: string) => ArticleRef | null

/**
 * Reads a pattern such as `/:locale/articles/:slug`. A `:name` stands for one segment, a last `:name*` for all that follow.
 * A `:name(en|es)` is one of these, and a `:name?` may be missing, with its slash: `/:locale(en|es)?/articles/:slug`. The
 * last parameter other than `:locale` is the article's id, `:locale` its language.
 */
export function articlePattern(pattern: string): FindArticle {
  const names: string[] = []
  const source = pattern
    .replace(/\/$/, '')
    .replace(PARAMETER_OR_SPECIAL, (special: string, name?: string, among?: string, how?: string) => {
      if (!name) return `\\${special}`
      names.push(name)
      const one = `${special.startsWith('/') ? '/' : ''}(${among ?? (how === '*' ? '.+?' : '[^/]+')})`
      return how === '?' ? `(?:${one})?` : one
    })
  const path = new RegExp(`^${source}/?$`)
  const idIndex = names.findLastIndex((name) => name !== LOCALE_PARAMETER)
  return (pathname) => {
    const found = path.exec(pathname)
    if (!found) return null
    const id = decode(found[idIndex + 1] ?? pathname).slice(0, ARTICLE_ID_LIMIT)
    // Folders such as en_US are common; the tag is en-US.
    const lang = names.includes(LOCALE_PARAMETER) && found[names.indexOf(LOCALE_PARAMETER) + 1]?.replaceAll('_', '-')
    return lang && isLanguageTag(lang) ? { id, lang } : { id }
  }
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
