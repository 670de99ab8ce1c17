import type { AnyNode, AssignmentExpression, Node, Program } from 'acorn'
import { isIdentifier, nodesIn } from './nodes.js'

/** The expression that Next gets. */
export interface FoundConfig {
  readonly expression: Node
  readonly isCommonJs: boolean
}

export type ExportedConfig = FoundConfig | { readonly why: string }

/** Finds what a next.config exports: `export default …`, or the last `module.exports = …`. */
export function exportedConfig(program: Program): ExportedConfig {
  const found = find(program)
  if ('why' in found) return found
  const { type } = found.expression
  if (type === 'SequenceExpression') return { why: 'it exports several expressions with commas between' }
  if (type === 'ClassDeclaration' || type === 'ClassExpression') return { why: 'it exports a class' }
  if (isPromise(found.expression as AnyNode)) return { why: 'it exports a promise' }
  if (isCalledByName(program, found.expression as AnyNode))
    return { why: 'it exports a function by whose name the file does something else, too' }
  return found
}

function find({ body }: Program): ExportedConfig {
  for (const statement of body) {
    const type: string = statement.type
    if (statement.type === 'ExportDefaultDeclaration') return { expression: statement.declaration, isCommonJs: false }
    if (type === 'TSExportAssignment')
      return { expression: (statement as unknown as { expression: Node }).expression, isCommonJs: true }
  }
  const assignments = body.flatMap((statement) => [...nodesIn(statement)]).filter(isModuleExports)
  const topLevel = body.flatMap((statement) => (statement.type === 'ExpressionStatement' ? [statement.expression] : []))
  const last = assignments.at(-1)
  if (!last) return { why: 'no "export default" and no "module.exports =" was found in it' }
  if (!assignments.every((assignment) => topLevel.includes(assignment)))
    return { why: 'it exports in more places than one, or under a condition' }
  return { expression: last.right, isCommonJs: true }
}

function isModuleExports(node: AnyNode): node is AssignmentExpression {
  if (node.type !== 'AssignmentExpression' || node.operator !== '=') return false
  const { left } = node
  return (
    left.type === 'MemberExpression' &&
    !left.computed &&
    isIdentifier(left.object, 'module') &&
    isIdentifier(left.property, 'exports')
  )
}

/** An async function that is called at once, or `new Promise`: withHelptally takes a function, and no promise. */
function isPromise(node: AnyNode): boolean {
  if (node.type === 'NewExpression') return true
  if (node.type !== 'CallExpression') return false
  const { callee } = node
  return (callee.type === 'ArrowFunctionExpression' || callee.type === 'FunctionExpression') && callee.async
}

/** In a call, the name of an exported function is known to the function alone. */
function isCalledByName(program: Program, node: AnyNode): boolean {
  if (node.type !== 'FunctionDeclaration' || !node.id) return false
  const { name } = node.id
  return [...nodesIn(program)].some(
    (other) => isIdentifier(other, name) && (other.start < node.start || other.end > node.end),
  )
}
