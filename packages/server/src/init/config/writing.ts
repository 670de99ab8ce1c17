import { isJsx, nodesIn } from './nodes.js'
import type { ParsedModule } from './parseModule.js'

/** How a site writes its files. */
export interface Writing {
  readonly quote: "'" | '"'
  readonly semicolon: ';' | ''
  readonly newline: '\n' | '\r\n'
}

export const OUR_WRITING: Writing = { quote: "'", semicolon: '', newline: '\n' }

/** All there are, for files whose author is to be known again. */
export const ALL_WRITINGS: readonly Writing[] = (["'", '"'] as const).flatMap((quote) =>
  (['', ';'] as const).flatMap((semicolon) =>
    (['\n', '\r\n'] as const).map((newline) => ({ quote, semicolon, newline })),
  ),
)

/** How most of a file is written. */
export function writingOf(text: string, { program }: ParsedModule): Writing {
  const nodes = [...nodesIn(program)]
  // Most write attributes in double quotes, and nothing else.
  const ofJsx = new Set(nodes.flatMap((node) => (isJsx(node, 'JSXAttribute') ? node.value : [])))
  const strings = nodes.filter((node) => node.type === 'Literal' && typeof node.value === 'string' && !ofJsx.has(node))
  const ended = program.body.filter(({ type }) => ENDED_BY_SEMICOLON.has(type))
  const isDouble = moreThanHalf(strings, ({ start }) => text[start] === '"')
  const hasSemicolons = moreThanHalf(ended, ({ end }) => text[end - 1] === ';')
  return {
    quote: isDouble ? '"' : "'",
    semicolon: hasSemicolons ? ';' : '',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
  }
}

const ENDED_BY_SEMICOLON: ReadonlySet<string> = new Set([
  'ImportDeclaration',
  'VariableDeclaration',
  'ExpressionStatement',
  'ExportDefaultDeclaration',
])

function moreThanHalf<Item>(items: readonly Item[], holds: (item: Item) => boolean): boolean {
  return items.filter(holds).length * 2 > items.length
}

/** A string as the site writes it. */
export function quoted(value: string, { quote }: Writing): string {
  const escaped = JSON.stringify(value).slice(1, -1)
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
