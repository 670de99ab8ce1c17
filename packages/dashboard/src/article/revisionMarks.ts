import type { RevisionRow } from '@helptally/server/reports'
import type { OpeningsBar } from './layOpenings.js'

export interface RevisionMark {
  /** From 1, the revision that came first. */
  readonly number: number
  readonly revision: string
  /** ISO instant. */
  readonly at: string
  /** Percent of the plot's width. */
  readonly x: number
}

/** The number of a revision among the rows, of which the last came first. */
export const revisionNumber = (rows: readonly RevisionRow[], index: number): number => rows.length - index

/** Where each revision was first opened, within its interval too. `end`: of the last interval, an ISO instant. */
export function revisionMarks(rows: readonly RevisionRow[], bars: readonly OpeningsBar[], end: string): RevisionMark[] {
  return rows.flatMap(({ revision, first_at }, i) => {
    const at = Date.parse(first_at)
    const index = bars.findLastIndex(({ row }) => Date.parse(row.start) <= at)
    const bar = bars[index]
    if (!bar) return []
    const [start, until] = [Date.parse(bar.row.start), Date.parse(bars[index + 1]?.row.start ?? end)]
    const passed = Math.min(1, (at - start) / (until - start))
    return [{ number: revisionNumber(rows, i), revision, at: first_at, x: bar.dayX + bar.dayWidth * passed }]
  })
}
