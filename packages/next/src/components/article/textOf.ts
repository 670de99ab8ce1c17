import { isValidElement, type ReactNode } from 'react'

/** The text that stands in a tree of elements, as far as it is there before it is drawn: what components draw is not. */
export function textOf(node: ReactNode): string {
  if (typeof node === 'string' || typeof node === 'number') return String(node)
  if (Array.isArray(node)) return node.map(textOf).join(' ')
  return isValidElement<{ readonly children?: ReactNode }>(node) ? textOf(node.props.children) : ''
}
