import type { Token, Tokens } from 'marked'
import type { ReactNode } from 'react'
import type { Locale } from '../../lib/locales'
import { TextLink } from './TextLink'

interface InlineProps {
  readonly tokens: readonly Token[]
  readonly locale: Locale
}

/** Words and what is marked in them. */
export function Inline({ tokens, locale }: InlineProps): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text that was read once never changes its order
  return tokens.map((token, index) => <Span key={index} token={token} locale={locale} />)
}

function Span({ token, locale }: { token: Token; locale: Locale }): ReactNode {
  const inside = (tokens: readonly Token[]) => <Inline tokens={tokens} locale={locale} />

  switch (token.type) {
    case 'strong':
      return <strong>{inside((token as Tokens.Strong).tokens)}</strong>
    case 'em':
      return <em>{inside((token as Tokens.Em).tokens)}</em>
    case 'del':
      return <del>{inside((token as Tokens.Del).tokens)}</del>
    case 'codespan':
      return <code>{(token as Tokens.Codespan).text}</code>
    case 'br':
      return <br />
    case 'link': {
      const { href, tokens } = token as Tokens.Link
      return (
        <TextLink href={href} locale={locale}>
          {inside(tokens)}
        </TextLink>
      )
    }
    case 'text':
    case 'escape': {
      const { text, tokens } = token as Tokens.Text
      return tokens ? inside(tokens) : text
    }
    default:
      throw new Error(
        `[helptally] An article uses Markdown that this site does not draw: ${token.type}, "${token.raw}". Say it with text, lists, tables, links or code.`,
      )
  }
}
