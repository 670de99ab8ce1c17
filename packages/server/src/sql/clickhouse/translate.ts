import { type Call, spell } from './functions.js'
import { expand, macroNamed, viewNamed } from './macros.js'
import { nameColumns } from './nameColumns.js'
import {
  afterSpace,
  closingOf,
  depthOf,
  isName,
  isSymbol,
  isWord,
  splitAtCommas,
  type Token,
  textOfTokens,
  tokensOf,
} from './tokens.js'
import { typeOf } from './types.js'

/**
 * DuckDB's SQL, so far as statements use it, in ClickHouse's. What is not known to mean the same there is refused. Asked
 * with the settings of `settings.ts`, or it means something else. A function is called without a space before its `(`.
 */
export function translate(sql: string): string {
  return said(nameColumns(tokensOf(sql)))
}

function said(tokens: readonly Token[]): string {
  let text = ''
  let isUnion = false
  for (let i = 0; i < tokens.length; ) {
    const step = sayAt(tokens, i)
    if (isWord(tokens[i], 'union')) isUnion = true
    else if (isUnion && isWord(tokens[i], 'order', 'limit')) throw ofTheLast(tokens)
    text += step.text
    i = step.next
  }
  return text
}

interface Step {
  readonly text: string
  readonly next: number
}

function sayAt(tokens: readonly Token[], at: number): Step {
  const token = tokens[at]!
  const then = (text: string): Step => ({ text, next: at + 1 })
  switch (token.kind) {
    case 'string':
      // A backslash is itself in DuckDB.
      return then(token.text.replaceAll('\\', '\\\\'))
    case 'word':
      return isSymbol(tokens[at + 1], '(') ? callAt(tokens, at) : wordAt(tokens, at)
    case 'symbol':
      if (token.text === '//') return then(' div ')
      if (token.text === '::') return castAt(tokens, at)
      if (token.text === '{') return structAt(tokens, at)
      if (depthOf(token) > 0) return groupAt(tokens, at)
      return then(token.text)
    default:
      return then(token.text)
  }
}

function groupAt(tokens: readonly Token[], at: number): Step {
  const end = closingOf(tokens, at)
  return { text: `${tokens[at]!.text}${said(tokens.slice(at + 1, end))}${tokens[end]!.text}`, next: end + 1 }
}

function wordAt(tokens: readonly Token[], at: number): Step {
  const { text } = tokens[at]!
  const after = afterSpace(tokens, at + 1)
  const isColumn = isSymbol(tokens[at - 1], '.') || isSymbol(tokens[at + 1], '.')
  if (isColumn) return { text, next: at + 1 }
  if (isWord(tokens[at], 'semi', 'anti') && isWord(tokens[after], 'join')) return { text: `left ${text}`, next: at + 1 }
  const view = viewNamed(text)
  if (view) return { text: `(${translate(view.body)})`, next: at + 1 }
  // Of the materialized, ClickHouse has only a trial.
  if (isWord(tokens[at], 'not') && isWord(tokens[after], 'materialized')) return { text: '', next: after + 1 }
  if (text === 'materialized') return { text: '', next: at + 1 }
  if (text === 'exclude') return { text: 'except', next: at + 1 }
  if (text === 'asof') throw unknown('asof join: ask interval_of', tokens)
  if (text === 'union') {
    const name = afterSpace(tokens, after + 1)
    if (isWord(tokens[after], 'all') && isWord(tokens[name], 'by')) throw unknown('union all by name', tokens)
    return { text: isWord(tokens[after], 'all', 'distinct') ? text : 'union distinct', next: at + 1 }
  }
  return { text, next: at + 1 }
}

/** `::type`, `::type[]` */
function castAt(tokens: readonly Token[], at: number): Step {
  let type = tokens[at + 1]!.text
  let next = at + 2
  while (isSymbol(tokens[next], '[') && isSymbol(tokens[next + 1], ']')) {
    type += '[]'
    next += 2
  }
  return { text: `::${typeOf(type)}`, next }
}

/** `{ name: value, ... }`, whose values have to be of one kind. */
function structAt(tokens: readonly Token[], at: number): Step {
  const end = closingOf(tokens, at)
  const fields = splitAtCommas(tokens.slice(at + 1, end)).map((field) => {
    const from = afterSpace(field, 0)
    const colon = afterSpace(field, from + 1)
    if (!isName(field[from]) || !isSymbol(field[colon], ':')) throw unknown('a struct', tokens.slice(at, end + 1))
    return `'${field[from]!.text}', ${said(field.slice(colon + 1)).trim()}`
  })
  return { text: `map(${fields.join(', ')})`, next: end + 1 }
}

function callAt(tokens: readonly Token[], at: number): Step {
  const end = closingOf(tokens, at + 1)
  const name = tokens[at]!.text
  const inside = tokens.slice(at + 2, end)
  const macro = macroNamed(name)
  if (macro) {
    const args = splitAtCommas(inside).map((arg) => textOfTokens(arg).trim())
    return { text: `(${translate(expand(macro, args))})`, next: end + 1 }
  }
  const filtered = filterAt(tokens, end + 1)
  const call = { ...partsOf(inside), filter: filtered.text }
  return { text: spell(name, call), next: filtered.next }
}

/** `filter (where ...)`, where one follows. */
function filterAt(tokens: readonly Token[], at: number): Step {
  const word = afterSpace(tokens, at)
  const open = afterSpace(tokens, word + 1)
  if (!isWord(tokens[word], 'filter') || !isSymbol(tokens[open], '(')) return { text: '', next: at }
  const group = groupAt(tokens, open)
  return { text: ` filter ${group.text}`, next: group.next }
}

function partsOf(inside: readonly Token[]): Omit<Call, 'filter'> {
  const first = afterSpace(inside, 0)
  const isDistinct = isWord(inside[first], 'distinct')
  const order = orderOf(inside)
  const args = splitAtCommas(inside.slice(isDistinct ? first + 1 : 0, order)).map((arg) => said(arg).trim())
  const by = inside.slice(order)
  return {
    isDistinct,
    args: args.length === 1 && args[0] === '' ? [] : args,
    orderBy: by.length === 0 ? [] : splitAtCommas(by.slice(afterSpace(by, 1) + 1)).map(keyOf),
  }
}

function orderOf(inside: readonly Token[]): number {
  let depth = 0
  for (const [i, token] of inside.entries()) {
    depth += depthOf(token)
    if (depth === 0 && isWord(token, 'order') && !isSymbol(inside[i - 1], '.')) return i
  }
  return inside.length
}

function keyOf(key: readonly Token[]): Call['orderBy'][number] {
  const last = key.findLastIndex(({ kind }) => kind !== 'space')
  const isSaid = isWord(key[last], 'asc', 'desc')
  return { by: said(isSaid ? key.slice(0, last) : key).trim(), descends: isWord(key[last], 'desc') }
}

function ofTheLast(tokens: readonly Token[]): Error {
  return unknown('an order of a union, which would be that of its last part: ask a union in parentheses', tokens)
}

function unknown(what: string, tokens: readonly Token[]): Error {
  return new Error(
    `[helptally] Expected SQL that means the same in ClickHouse, found ${what}, in: ${textOfTokens(tokens).trim().slice(0, 200)}`,
  )
}
