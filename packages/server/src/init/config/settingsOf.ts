import type { AnyNode, Expression, Property } from 'acorn'
import { literalOf, nodesIn } from './nodes.js'
import type { ParsedModule } from './parseModule.js'

/** Settings of a next.config that decide where files go, as far as they are written out. */
export interface NextSettings {
  readonly basePath: string
  readonly isStaticExport: boolean
  /** null: Next's own. */
  readonly pageExtensions: readonly string[] | null
}

export const NO_SETTINGS: NextSettings = { basePath: '', isStaticExport: false, pageExtensions: null }

export function settingsOf({ program }: ParsedModule): NextSettings {
  const properties = [...nodesIn(program)].filter(isNamed)
  const valueNamed = (name: string): Expression | undefined =>
    properties.find(({ key }) => key.type === 'Identifier' && key.name === name)?.value
  const extensions = valueNamed('pageExtensions')
  return {
    basePath: literalOf(valueNamed('basePath')) ?? '',
    isStaticExport: literalOf(valueNamed('output')) === 'export',
    pageExtensions:
      extensions?.type === 'ArrayExpression'
        ? extensions.elements.flatMap((element) => literalOf(element ?? undefined) ?? [])
        : null,
  }
}

const isNamed = (node: AnyNode): node is Property => node.type === 'Property' && node.kind === 'init' && !node.computed
