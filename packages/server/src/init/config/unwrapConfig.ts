import type { CallExpression, Node } from 'acorn'
import { findWrapper } from './findWrapper.js'
import { lastImport } from './importPlace.js'
import type { ParsedModule } from './parseModule.js'
import { type Wrapped, wrapConfig } from './wrapConfig.js'

/** The file without `withHelptally`: byte for byte what it was, when nobody has edited it since. */
export function unwrapConfig(text: string, parse: (text: string) => ParsedModule | null): Wrapped {
  const module = parse(text)
  const wrapper = module && findWrapper(module)
  const config = wrapper?.call && wrappedConfig(text, wrapper.call)
  if (!wrapper?.importing || !wrapper.call || !config)
    return { why: 'withHelptally is not there as helptally init writes it' }
  const { importing, call } = wrapper
  const options = call.arguments[1]!
  const candidates = linesOf(text, importing).map((line) =>
    without(text, [
      { ...line, by: '' },
      { start: call.start, end: call.end, by: config },
    ]),
  )
  const isExact = (candidate: string): boolean => {
    const parsed = parse(candidate)
    const again = parsed && wrapConfig(candidate, parsed, () => text.slice(options.start, options.end))
    return again !== null && 'text' in again && again.text === text
  }
  const plain = candidates.find(isExact) ?? candidates.at(isFirstImport(module!, importing) ? -1 : 0)
  return plain !== undefined && parse(plain) ? { text: plain } : { why: 'the file is not understood' }
}

/** What stands in the call before the options. */
function wrappedConfig(text: string, call: CallExpression): string | null {
  const [config, options] = call.arguments
  if (!config || !options || call.arguments.length > 2 || config.type === 'SpreadElement') return null
  const inside = text.indexOf('(', call.callee.end) + 1
  const comma = text.lastIndexOf(',', options.start)
  return comma < config.end ? null : text.slice(inside, comma).trim()
}

export interface Piece {
  readonly start: number
  readonly end: number
}

/** The line of a statement alone, and with an empty line below it; none when it shares its line. */
export function linesOf(text: string, { start, end }: Node): Piece[] {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, text.startsWith('\ufeff') ? 1 : 0)
  const [alone] = /^[ \t;]*\r?\n/.exec(text.slice(end)) ?? []
  if (alone === undefined || text.slice(lineStart, start).trim() !== '') return []
  const line = { start: lineStart, end: end + alone.length }
  const [empty] = /^\r?\n/.exec(text.slice(line.end)) ?? []
  return empty === undefined ? [line] : [line, { ...line, end: line.end + empty.length }]
}

const isFirstImport = ({ program }: ParsedModule, { start }: Node): boolean =>
  [false, true].every((isCommonJs) => lastImport(program, isCommonJs, start) === undefined)

export function without(text: string, pieces: readonly (Piece & { readonly by: string })[]): string {
  return [...pieces]
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end, by }) => left.slice(0, start) + by + left.slice(end), text)
}
