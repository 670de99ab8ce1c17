import type { Node, Program } from 'acorn'
import type { FoundConfig } from './exportedConfig.js'
import { isRequire, nodesIn } from './nodes.js'
import type { ParsedModule } from './parseModule.js'

/** Where a line that imports may go. */
export interface ImportPlace {
  /** At the start of a line. */
  readonly at: number
  /** Nothing else is imported above, so an empty line follows. */
  readonly isFirst: boolean
}

const ONLY_A_COMMENT = /^[ \t;]*(?:\/\/[^\n]*|\/\*[^\n]*\*\/[ \t]*)?\r?(?:\n|$)/
/** A remark on the whole file, to a tool. */
const OF_THE_FILE = /^[\s*]*(?:@ts-(?:no)?check\b|eslint-(?:disable|enable|env)(?!-)|global |globals )/

/** Below the imports before the config, or at the top, under what the file says of itself. null when no line is free. */
export function importPlace(text: string, module: ParsedModule, exported: FoundConfig): ImportPlace | null {
  const last = lastImport(module.program, exported.isCommonJs, exported.expression.start)
  if (!last) return atTop(text, module)
  const rest = ONLY_A_COMMENT.exec(text.slice(last.end))
  return rest ? { at: last.end + rest[0].length, isFirst: false } : null
}

/** The last import above a place. */
export function lastImport({ body }: Program, isCommonJs: boolean, place: number): Node | undefined {
  const above = body.filter(({ end }) => end <= place)
  if (!isCommonJs) return above.findLast(({ type }) => type === 'ImportDeclaration')
  return above.findLast(
    (statement) =>
      statement.type === 'VariableDeclaration' &&
      statement.declarations.some(({ init }) => init && startsWithRequire(init)),
  )
}

/** `require('a')`, `require('a')({…})` or `require('a').b`, and not a function that requires when it is called. */
function startsWithRequire(init: Node): boolean {
  if (init.type === 'ArrowFunctionExpression' || init.type === 'FunctionExpression') return false
  return [...nodesIn(init)].some((node) => isRequire(node) && node.start === init.start)
}

function atTop(text: string, { program, comments }: ParsedModule): ImportPlace | null {
  const directives = program.body.filter((node) => node.type === 'ExpressionStatement' && node.directive !== undefined)
  const first = program.body[directives.length]
  if (!first) return null
  const from = directives.at(-1)?.end ?? 0
  const above = comments.filter(
    ({ start, end }) => start >= from && end <= first.start && !text.startsWith('#!', start),
  )
  const things = [...above, first]
  const header = above.findLastIndex(
    ({ value, end }, index) =>
      OF_THE_FILE.test(value) || /\n[ \t]*\r?\n/.test(text.slice(end, things[index + 1]!.start)),
  )
  const next = things[header + 1]!
  const lineStart = text.lastIndexOf('\n', next.start - 1) + 1
  const at = lineStart === 0 && text.startsWith('\ufeff') ? 1 : lineStart
  const isFree = at >= from && text.slice(at, next.start).trim() === ''
  return isFree ? { at, isFirst: true } : null
}
