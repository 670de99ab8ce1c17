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

/** What acorn's types do not name. */
interface JsxNodes {
  readonly JSXIdentifier: Node & { readonly name: string }
  readonly JSXAttribute: Node & { readonly value: AnyNode | null }
  readonly JSXElement: Node & { readonly openingElement: Node & { readonly name: Node }; readonly children: Node[] }
  readonly JSXFragment: Node & { readonly children: Node[] }
}

export const isJsx = <Type extends keyof JsxNodes>(node: Node, type: Type): node is JsxNodes[Type] => node.type === type

/** `<name>` */
export const isElement = (node: Node, name: string): node is JsxNodes['JSXElement'] =>
  isJsx(node, 'JSXElement') && isNamed(node.openingElement.name, name)

export const isNamed = (node: Node, name: string): boolean => isJsx(node, 'JSXIdentifier') && node.name === name
