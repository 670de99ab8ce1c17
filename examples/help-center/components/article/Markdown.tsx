import type { Token, Tokens } from 'marked'
import type { ReactNode } from 'react'
import type { Locale } from '../../lib/locales'
import type { Document } from '../../lib/markdown/headings'
import { Inline } from './Inline'
import { Table } from './Table'

/** The text of an article. */
export function Markdown({ document, locale }: { document: Document; locale: Locale }) {
  return (
    <div className="prose">
      <Blocks tokens={document.tokens} document={document} locale={locale} />
    </div>
  )
}

interface BlocksProps {
  readonly tokens: readonly Token[]
  readonly document: Document
  readonly locale: Locale
}

function Blocks({ tokens, ...shared }: BlocksProps) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text that was read once never changes its order
  return tokens.map((token, index) => <Block key={index} token={token} {...shared} />)
}

function Block({ token, document, locale }: Omit<BlocksProps, 'tokens'> & { token: Token }): ReactNode {
  const inline = (tokens: readonly Token[]) => <Inline tokens={tokens} locale={locale} />
  const blocks = (tokens: readonly Token[]) => <Blocks tokens={tokens} document={document} locale={locale} />

  switch (token.type) {
    case 'space':
    case 'def':
      return null
    case 'heading': {
      const { id, depth } = document.headings.get(token) ?? { id: undefined, depth: 2 }
      const Heading = depth === 2 ? 'h2' : 'h3'
      return <Heading id={id}>{inline((token as Tokens.Heading).tokens)}</Heading>
    }
    case 'paragraph':
      return <p>{inline((token as Tokens.Paragraph).tokens)}</p>
    case 'list': {
      const { ordered, start, items } = token as Tokens.List
      const entries = items.map((item) => <li key={item.raw}>{blocks(item.tokens)}</li>)
      return ordered ? <ol start={start || 1}>{entries}</ol> : <ul>{entries}</ul>
    }
    case 'code': {
      const { lang, text } = token as Tokens.Code
      return (
        <pre data-language={lang}>
          <code>{text}</code>
        </pre>
      )
    }
    case 'table':
      return <Table table={token as Tokens.Table} locale={locale} />
    case 'blockquote':
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens)}</blockquote>
    case 'hr':
      return <hr />
    default:
      return inline([token])
  }
}
