import { posix } from 'node:path'
import type { Locale } from '../locales'
import { articlePath } from '../paths'

const SOURCE = 'https://github.com/helptally/helptally/blob/main'
const HAS_SCHEME = /^[a-z][a-z\d+.-]*:/i

/**
 * Where a link of an article leads on this site: `idle.md#activity` to the article of the same language,
 * another file of the repository to its source, the rest to where it says.
 */
export function linkTarget(href: string, locale: Locale): string {
  if (HAS_SCHEME.test(href) || href.startsWith('#') || href.startsWith('/')) return href
  const [file = '', fragment] = href.split('#')
  const path = posix.join('docs', locale, file)
  const article = /^docs\/(en|es)\/([\w-]+)\.md$/.exec(path)
  const target = article ? articlePath(article[1] as Locale, article[2] ?? '') : `${SOURCE}/${path}`
  return fragment === undefined ? target : `${target}#${fragment}`
}

export const leavesTheSite = (href: string) => HAS_SCHEME.test(href)
