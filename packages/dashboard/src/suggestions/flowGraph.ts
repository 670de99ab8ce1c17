import type { FlowRow } from '@helptally/server/reports'
import { ENTRY_ORDER } from '../entries.js'

/** More could not be told apart. */
export const MOST_NODES = 12

/** What comes first, the article opened, and what came after it. */
export type FlowColumn = 'before' | 'article' | 'after'
export const FLOW_COLUMNS: readonly FlowColumn[] = ['before', 'article', 'after']

export interface GraphNode {
  /** As the report names it; beside those `suggestion`, an article by a suggestion, and `onward`, another or a search. */
  readonly id: string
  readonly column: FlowColumn
}

export interface GraphLink {
  readonly source: string
  readonly target: string
  readonly times: number
}

export interface FlowGraph {
  /** From left to right, from above downwards. */
  readonly nodes: readonly GraphNode[]
  /** Each row of the report is part of exactly one. */
  readonly links: readonly GraphLink[]
}

const BEFORE = [...ENTRY_ORDER.map((entry) => `entry:${entry}`), 'search']
const AFTER = ['suggestion', 'onward', 'contact', 'end']

/** The rows as a picture of at most a dozen nodes: articles beyond the most opened are `other`. */
export function flowGraph(rows: readonly FlowRow[]): FlowGraph {
  const before = BEFORE.filter((id) => rows.some((row) => row.from === id))
  const after = AFTER.filter((id) => rows.some((row) => targetOf(row) === id))
  const articles = shownArticles(rows, MOST_NODES - before.length - after.length)
  const named = (id: string): string => (isArticle(id) && !articles.includes(id) ? 'other' : id)
  const columns = { before, article: articles, after }
  return {
    nodes: FLOW_COLUMNS.flatMap((column) => columns[column].map((id) => ({ id, column }))),
    links: merged(rows.map((row) => ({ source: named(row.from), target: named(targetOf(row)), times: row.times }))),
  }
}

const isArticle = (id: string): boolean => id.startsWith('article:') || id === 'other'

function targetOf({ from, to, via }: FlowRow): string {
  if (to === 'search') return 'onward'
  if (isArticle(from) && isArticle(to)) return via === 'suggestion' ? 'suggestion' : 'onward'
  return to
}

/** The most opened first, `other` last. */
function shownArticles(rows: readonly FlowRow[], room: number): string[] {
  const opened = new Map<string, number>()
  for (const { from, to, times } of rows) {
    if (isArticle(from)) opened.set(from, (opened.get(from) ?? 0) + times)
    if (isArticle(to) && !opened.has(to)) opened.set(to, 0)
  }
  const ranked = [...opened.keys()]
    .filter((id) => id !== 'other')
    .toSorted((a, b) => opened.get(b)! - opened.get(a)! || (a < b ? -1 : 1))
  const hasOther = opened.has('other') || ranked.length > room
  return hasOther ? [...ranked.slice(0, room - 1), 'other'] : ranked
}

function merged(links: readonly GraphLink[]): GraphLink[] {
  const of = new Map<string, GraphLink>()
  for (const link of links) {
    const key = JSON.stringify([link.source, link.target])
    of.set(key, { ...link, times: link.times + (of.get(key)?.times ?? 0) })
  }
  return [...of.values()]
}
