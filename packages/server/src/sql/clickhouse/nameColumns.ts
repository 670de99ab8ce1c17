import { type Item, type Select, selectsIn } from './selects.js'
import { isName, isSymbol, isWord, type Token, textOfTokens } from './tokens.js'

/**
 * Gives each column of a `select` its own name. Of two tables that both have it, ClickHouse calls one `t.name`, and then
 * nothing outside finds it; so what would be named so without a word is refused.
 */
export function nameColumns(tokens: readonly Token[]): Token[] {
  const names = new Map<number, string>()
  for (const select of selectsIn(tokens)) {
    refuse(tokens, select)
    for (const item of select.items) {
      const [table, dot, column, more] = partsOf(tokens, item)
      if (isName(table) && isSymbol(dot, '.') && isName(column) && !more) names.set(item.to, column!.text)
    }
  }
  const named: Token[] = []
  for (let i = 0; i <= tokens.length; i++) {
    if (names.has(i))
      named.push({ kind: 'sql', text: ` as ${names.get(i)}${/^\w/.test(tokens[i]?.text ?? '') ? ' ' : ''}` })
    if (tokens[i]) named.push(tokens[i]!)
  }
  return named
}

const partsOf = (tokens: readonly Token[], { from, to }: Item): Token[] =>
  tokens.slice(from, to).filter(({ kind }) => kind !== 'space')

function refuse(tokens: readonly Token[], { items, joined }: Select): void {
  for (const item of items) {
    const [table, dot, star] = partsOf(tokens, item)
    if (!isName(table) || !isSymbol(dot, '.') || !isSymbol(star, '*') || joined.length === 0) continue
    if (joined.length > 1 || joined[0] !== table!.text) {
      throw refused(
        tokens,
        item,
        'name its columns, for those that another joined table has as well come under other names',
      )
    }
  }
  const lists = items.filter(({ from, to }) => tokens.slice(from, to).some((token) => isWord(token, 'unnest')))
  if (lists.length > 1) throw refused(tokens, lists[1]!, 'ask the dialect for lists sideBySide, or each meets each')
}

function refused(tokens: readonly Token[], { from, to }: Item, why: string): Error {
  return new Error(
    `[helptally] Expected SQL that means the same in ClickHouse, found ${textOfTokens(tokens.slice(from, to)).trim()}: ${why}`,
  )
}
