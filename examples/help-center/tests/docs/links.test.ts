import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from '@jest/globals'
import { lexer, type Token, type Tokens, walkTokens } from 'marked'
import { readDocument } from '../../lib/markdown/headings'
import { articlesIn, otherTexts, ROOT, readText, type Text } from './support/repository'

test.each([...articlesIn('en'), ...articlesIn('es'), ...otherTexts()])(
  'every link of $file leads somewhere',
  (text) => {
    const broken = linksIn(text.markdown).filter((href) => !leadsSomewhere(href, text))
    expect(broken).toEqual([])
  },
)

function linksIn(markdown: string): readonly string[] {
  const links: string[] = []
  walkTokens([...lexer(markdown)], (token: Token) => {
    if (token.type === 'link' || token.type === 'image') links.push((token as Tokens.Link | Tokens.Image).href)
  })
  return links
}

function leadsSomewhere(href: string, { file, markdown }: Text): boolean {
  if (/^mailto:/.test(href)) return true
  // What is elsewhere cannot be asked for here.
  if (URL.canParse(href)) return new URL(href).protocol === 'https:'
  if (href.startsWith('/')) return isPageOfTheSite(href)
  const [path = '', fragment] = href.split('#')
  if (path === '') return hasHeading(markdown, fragment)
  const target = posix.join(posix.dirname(file), path)
  if (!existsSync(join(ROOT, target))) return false
  return fragment === undefined || hasHeading(readText(target).markdown, fragment)
}

const hasHeading = (markdown: string, fragment: string | undefined): boolean =>
  [...readDocument(markdown).headings.values()].some(({ id }) => id === fragment)

/** `/en/chat` is `app/[locale]/(inside)/chat/page.tsx`. */
function isPageOfTheSite(href: string): boolean {
  const [, path] = /^\/(?:en|es)\/([\w/-]+)$/.exec(href) ?? []
  return path !== undefined && existsSync(join('app', '[locale]', '(inside)', path, 'page.tsx'))
}
