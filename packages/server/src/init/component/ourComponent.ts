import type { Node } from 'acorn'
import { quoted, type Writing } from '../config/writing.js'

export const COMPONENT_ENTRY = '@helptally/next/component'
export const COMPONENT = 'Helptally'
export const ELEMENT: string = `<${COMPONENT} />`

export const componentImport = (writing: Writing): string =>
  `import { ${COMPONENT} } from ${quoted(COMPONENT_ENTRY, writing)}${writing.semicolon}`

export const hasComponent = (text: string): boolean => text.includes(COMPONENT_ENTRY)

/** What goes into a text, and where. */
export interface Insertion {
  readonly at: Node['start']
  readonly text: string
}

export const inserted = (text: string, insertions: readonly Insertion[]): string =>
  [...insertions]
    .sort((a, b) => b.at - a.at)
    .reduce((left, { at, text: more }) => left.slice(0, at) + more + left.slice(at), text)
