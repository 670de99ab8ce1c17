import { afterSpace, depthOf, isName, isSymbol, isWord, type Token } from './tokens.js'

/** One `select` with its `from`, at its own depth of parentheses. */
export interface Select {
  /** The places of what it selects. */
  readonly items: readonly Item[]
  /** The name before each `join`. */
  readonly joined: readonly string[]
}

export interface Item {
  readonly from: number
  /** The place after it. */
  readonly to: number
}

/** All of a statement, those in parentheses too. */
export function selectsIn(tokens: readonly Token[]): Select[] {
  const selects: { items: Item[]; joined: string[] }[] = []
  const open: { select: { items: Item[]; joined: string[] } | null; from: number | null }[] = [
    { select: null, from: null },
  ]
  const end = (i: number): void => {
    const here = open.at(-1)!
    if (here.from !== null) here.select!.items.push({ from: here.from, to: i })
    here.from = null
  }
  for (const [i, token] of tokens.entries()) {
    const depth = depthOf(token)
    if (depth < 0) {
      end(i)
      open.pop()
    }
    const here = open.at(-1)!
    if (isSymbol(token, ',') && here.from !== null) {
      end(i)
      here.from = afterSpace(tokens, i + 1)
    } else if (isSymbol(tokens[i - 1], '.')) {
      // The name of a column, whatever it is.
    } else if (isWord(token, 'select')) {
      here.select = { items: [], joined: [] }
      selects.push(here.select)
      const first = afterSpace(tokens, i + 1)
      here.from = isWord(tokens[first], 'distinct') ? afterSpace(tokens, first + 1) : first
    } else if (isWord(token, 'from', 'union')) {
      end(i)
    } else if (isWord(token, 'join') && here.select) {
      here.select.joined.push(nameBefore(tokens, i))
    }
    if (depth > 0) open.push({ select: null, from: null })
  }
  end(tokens.length)
  return selects
}

const KINDS_OF_JOIN = ['left', 'right', 'full', 'inner', 'outer', 'cross', 'semi', 'anti', 'asof']

function nameBefore(tokens: readonly Token[], at: number): string {
  for (let i = at - 1; i >= 0; i--)
    if (isName(tokens[i]) && !isWord(tokens[i], ...KINDS_OF_JOIN)) return tokens[i]!.text
  return ''
}
