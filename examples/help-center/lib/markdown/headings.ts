import { lexer, type Token, type Tokens } from 'marked'

export interface Heading {
  /** The fragment that leads to it. */
  readonly id: string
  readonly text: string
  /** 2 or deeper: the title of the article is the only 1. */
  readonly depth: number
}

export interface Document {
  readonly tokens: readonly Token[]
  readonly headings: ReadonlyMap<Token, Heading>
}

export function readDocument(markdown: string): Document {
  const tokens = lexer(markdown)
  const headings = new Map<Token, Heading>()
  const taken = new Set<string>()
  for (const token of tokens) {
    if (token.type !== 'heading') continue
    const text = wordsOf(token as Tokens.Heading)
    headings.set(token, { id: unique(slugOf(text), taken), text, depth: (token as Tokens.Heading).depth })
  }
  return { tokens, headings }
}

/** The text of a token without its marks. */
export function wordsOf(token: Token): string {
  if (token.type === 'list') return (token as Tokens.List).items.map(wordsOf).join('\n')
  if (token.type === 'list_item') return (token as Tokens.ListItem).tokens.map(wordsOf).join('\n')
  if (token.type === 'table')
    return cellsOf(token as Tokens.Table)
      .map(wordsOfCell)
      .join('\n')
  if ('tokens' in token && token.tokens) return token.tokens.map(wordsOf).join('')
  return 'text' in token ? token.text : ''
}

const cellsOf = ({ header, rows }: Tokens.Table) => [...header, ...rows.flat()]
const wordsOfCell = ({ tokens }: Tokens.TableCell) => tokens.map(wordsOf).join('')

/** As GitHub makes it, where the same files are read: a link with a fragment leads to the same place in both. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
    .replaceAll(' ', '-')
}

function unique(slug: string, taken: Set<string>): string {
  let id = slug
  for (let n = 1; taken.has(id); n++) id = `${slug}-${n}`
  taken.add(id)
  return id
}
