import type { Entry } from '@helptally/core'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'

/** The article that a node of the report stands for; undefined when it stands for something else. */
export const articleOf = (node: string): string | undefined =>
  node.startsWith('article:') ? node.slice('article:'.length) : undefined

/** A node of the report or of the picture, as people say it. */
export function stepName(node: string, { words }: View): string {
  const article = articleOf(node)
  if (article !== undefined) return seen(article)
  if (node.startsWith('entry:')) return words.entry[node.slice('entry:'.length) as Entry] ?? node
  return words.on.suggestions.step[node as keyof typeof words.on.suggestions.step] ?? node
}
