import type { GapRow, GapTerm } from '@helptally/server/reports'
import { scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { GAP_TERMS, TERM_WEIGHTS } from './gapTerms.js'

export interface TermPart {
  readonly term: GapTerm
  /** In percent of the width that the greatest score fills. */
  readonly x: number
  readonly width: number
}

/** What each term adds to the score, side by side; all bars of a page in one measure. */
export function layTerms(row: GapRow, most: number): readonly TermPart[] {
  const x = scaleLinear().domain([0, most]).range([0, 100])
  const series = stack<unknown, GapRow, GapTerm>()
    .keys(GAP_TERMS)
    .value((gap, term) => gap[term] * TERM_WEIGHTS[term])([row])
  return series.flatMap(({ key, 0: part }) => {
    const [from, to] = part!
    return to > from ? [{ term: key, x: x(from), width: x(to) - x(from) }] : []
  })
}
