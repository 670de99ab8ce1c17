export interface Token {
  /** `sql` is text that is as it shall be. */
  readonly kind: 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'space' | 'symbol' | 'sql'
  readonly text: string
}

const KINDS = [
  ['space', /(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)+/y],
  ['string', /'(?:[^']|'')*'/y],
  ['quoted', /"(?:[^"]|"")*"/y],
  ['parameter', /\$\w+/y],
  ['word', /[A-Za-z_]\w*/y],
  ['number', /\d+(?:\.\d+)?(?:e[+-]?\d+)?/y],
  ['symbol', /::|\/\/|->|:=|<>|<=|>=|\|\||[\s\S]/y],
] as const

/** Their texts make up the statement. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < sql.length; ) {
    const token = tokenAt(sql, at)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

function tokenAt(sql: string, at: number): Token {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = at
    const text = pattern.exec(sql)?.[0]
    if (text) return { kind, text }
  }
  throw new Error(`[helptally] Expected SQL, found nothing of it at: ${sql.slice(at, at + 40)}`)
}

export const textOfTokens = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('')

export const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token?.kind === 'word' && words.includes(token.text)

export const isSymbol = (token: Token | undefined, symbol: string): boolean =>
  token?.kind === 'symbol' && token.text === symbol

/** Whether it names a column or a table. */
export const isName = (token: Token | undefined): boolean => token?.kind === 'word' || token?.kind === 'quoted'

const OPENING = '([{'
const CLOSING = ')]}'

/** How much deeper in parentheses what follows is. */
export function depthOf({ kind, text }: Token): -1 | 0 | 1 {
  if (kind !== 'symbol') return 0
  if (OPENING.includes(text)) return 1
  return CLOSING.includes(text) ? -1 : 0
}

/** Where what opens at `from` closes. */
export function closingOf(tokens: readonly Token[], from: number): number {
  let depth = 0
  for (let i = from; i < tokens.length; i++) {
    depth += depthOf(tokens[i]!)
    if (depth === 0) return i
  }
  throw new Error(`[helptally] Expected SQL that closes what it opens, found: ${textOfTokens(tokens.slice(from))}`)
}

/** The place of the next token from `at` on that is no space. */
export function afterSpace(tokens: readonly Token[], at: number): number {
  while (tokens[at]?.kind === 'space') at++
  return at
}

/** At the commas that stand in no parentheses of their own. */
export function splitAtCommas(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [[]]
  let depth = 0
  for (const token of tokens) {
    depth += depthOf(token)
    if (depth === 0 && isSymbol(token, ',')) parts.push([])
    else parts.at(-1)!.push(token)
  }
  return parts
}
