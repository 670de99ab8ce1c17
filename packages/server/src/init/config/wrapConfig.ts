import { exportedConfig } from './exportedConfig.js'
import { importPlace } from './importPlace.js'
import { isIdentifier, nodesIn } from './nodes.js'
import { importLine } from './ourLines.js'
import type { ParsedModule } from './parseModule.js'
import { type Writing, writingOf } from './writing.js'

export type Wrapped = { readonly text: string } | { readonly why: string }

/**
 * A next.config whose exported config is passed through `withHelptally`. Two pieces are put in and nothing else is
 * touched, so every space and comment of the site stays.
 */
export function wrapConfig(text: string, module: ParsedModule, optionsOf: (writing: Writing) => string): Wrapped {
  if ([...nodesIn(module.program)].some((node) => isIdentifier(node, 'withHelptally')))
    return { why: 'the name withHelptally already means something else in it' }
  const exported = exportedConfig(module.program)
  if ('why' in exported) return exported
  const { expression, isCommonJs } = exported
  const place = importPlace(text, module, exported)
  if (!place || place.at > expression.start) return { why: 'several of its statements share a line' }

  const writing = writingOf(text, module)
  const { start, end } = expression
  const line = importLine(writing, isCommonJs) + writing.newline.repeat(place.isFirst ? 2 : 1)
  return {
    text: [
      text.slice(0, place.at),
      line,
      text.slice(place.at, start),
      `withHelptally(${text.slice(start, end)}, ${optionsOf(writing)})`,
      text.slice(end),
    ].join(''),
  }
}
