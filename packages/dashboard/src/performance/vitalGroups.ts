import type { VitalsReport, VitalsRow } from '@helptally/server/reports'
import { NAVIGATIONS, type Navigation } from './navigationOf.js'
import { JUDGED_VITALS, type JudgedVital } from './vitalRating.js'

/** An article with what was measured of it. Kinds of navigation stay apart. */
export interface ArticleVitals {
  readonly article: string
  readonly lines: readonly VitalsLine[]
}

export interface VitalsLine {
  readonly navigation: Navigation
  readonly measured: Readonly<Partial<Record<JudgedVital, VitalsRow>>>
}

/** The most measured article first; in it page loads first. */
export function groupVitals(rows: VitalsReport['rows']): ArticleVitals[] {
  const articles = new Map<string, VitalsRow[]>()
  for (const row of rows) {
    if (!JUDGED_VITALS.some((metric) => metric === row.metric)) continue
    articles.set(row.article, [...(articles.get(row.article) ?? []), row])
  }
  return [...articles]
    .sort(([, a], [, b]) => measurements(b) - measurements(a))
    .map(([article, measured]) => ({ article, lines: linesOf(measured) }))
}

function linesOf(rows: readonly VitalsRow[]): VitalsLine[] {
  return NAVIGATIONS.flatMap((navigation) => {
    const measured = rows.filter((row) => row.navigation === navigation)
    if (measured.length === 0) return []
    return [{ navigation, measured: Object.fromEntries(measured.map((row) => [row.metric, row])) }]
  })
}

function measurements(rows: readonly VitalsRow[]): number {
  return Math.max(...rows.map((row) => row.n))
}
