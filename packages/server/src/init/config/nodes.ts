import type { AnyNode, CallExpression, Expression, Node, SpreadElement } from 'acorn'

/** A node, and all that is in it. */
export function* nodesIn(node: Node): Generator<AnyNode> {
  yield node as AnyNode
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesIn(child)
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string' && 'start' in value

/** `require('name')`, or any when no name is given. */
export function isRequire(node: Node | null | undefined, name?: string): boolean {
  const call = node as CallExpression | null | undefined
  return (
    call?.type === 'CallExpression' &&
    isIdentifier(call.callee, 'require') &&
    (name === undefined || literalOf(call.arguments[0]) === name)
  )
}

export const isIdentifier = (node: Node, name: string): boolean =>
  node.type === 'Identifier' && (node as AnyNode & { name: string }).name === name

/** The text of a string as it is written; undefined for anything else. */
export function literalOf(node: Expression | SpreadElement | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}
