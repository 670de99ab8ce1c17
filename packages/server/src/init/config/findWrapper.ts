import type { AnyNode, CallExpression, Node } from 'acorn'
import { isIdentifier, isRequire, literalOf, nodesIn } from './nodes.js'
import { CONFIG_ENTRY } from './ourLines.js'
import type { ParsedModule } from './parseModule.js'

/** `withHelptally` as a file has it. */
export interface Wrapper {
  /** The statement that imports it; null when it imports other things, too. */
  readonly importing: Node | null
  readonly isCalled: boolean
  /** The one call of it; null when there are several, or none. */
  readonly call: CallExpression | null
  /** Its options that are written as plain text. */
  readonly options: Readonly<Record<string, string>>
}

/** null when a file does not import `withHelptally`. */
export function findWrapper({ program }: ParsedModule): Wrapper | null {
  const importing = program.body.find(importsOurs)
  if (!importing) return null
  const calls = [...nodesIn(program)].filter(
    (node): node is CallExpression => node.type === 'CallExpression' && isIdentifier(node.callee, 'withHelptally'),
  )
  const call = calls.length === 1 ? calls[0]! : null
  return {
    importing: importsOneName(importing) ? importing : null,
    isCalled: calls.length > 0,
    call,
    options: plainOptions(call),
  }
}

function importsOurs(statement: AnyNode): boolean {
  if (statement.type === 'ImportDeclaration') return statement.source.value === CONFIG_ENTRY
  return (
    statement.type === 'VariableDeclaration' && statement.declarations.some(({ init }) => isRequire(init, CONFIG_ENTRY))
  )
}

function importsOneName(statement: AnyNode): boolean {
  if (statement.type === 'ImportDeclaration') return statement.specifiers.length === 1
  if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) return false
  const { id } = statement.declarations[0]!
  return id.type === 'ObjectPattern' && id.properties.length === 1
}

function plainOptions(call: CallExpression | null): Record<string, string> {
  const options = call?.arguments[1]
  if (options?.type !== 'ObjectExpression') return {}
  const plain: Record<string, string> = {}
  for (const property of options.properties) {
    if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
    const value = literalOf(property.value)
    if (value !== undefined) plain[property.key.name] = value
  }
  return plain
}
