import type { GapRow, GapsReport } from '@helptally/server/reports'
import { type Address, type DashboardLocale, Gaps } from '../src/index.js'
import { render } from './page.js'
import { gapsReport, pageView } from './reports.js'

const HOSTILE = `"><script>alert('x')</script>\u202e${'🦜'.repeat(60)}`

/** 4 found nothing, 2 asked for help, 5 opened nothing, 1 left at once: 4 + 1.6 + 3 + 0.5 = 9.1. */
export function gapRow(row: Partial<GapRow> = {}): GapRow {
  return {
    query: 'reembolso',
    score: 9.1,
    ...{ zero_result: 4, contact_after: 2, no_click: 5, quick_exit: 1, refined_away: 0 },
    tabs: 11,
    failed: { rate: 0.375, n: 40 },
    ...row,
  }
}

/** One visitor reworded it, and nothing else happened. */
export const reworded: Partial<GapRow> = {
  score: 0.3,
  ...{ zero_result: 0, contact_after: 0, no_click: 0, quick_exit: 0, refined_away: 1 },
}

export function reportOfGaps(rows: readonly GapRow[], totals: Partial<GapsReport['totals']> = {}): GapsReport {
  const standard = gapsReport()
  return { ...standard, rows, totals: { ...standard.totals, gaps: rows.length, ...totals } }
}

interface Told {
  readonly locale?: DashboardLocale
  readonly address?: Address
}

export function gaps(report: GapsReport, { locale = 'en', address = {} }: Told = {}): string {
  return render(<Gaps page={pageView('gaps', { locale, address })} report={report} />)
}

/** The page with several gaps, with strings that nobody may trust, and with none. */
export function everyGaps(locale: DashboardLocale): Record<string, string> {
  const rows = [
    gapRow({ refined_away: 3, score: 10 }),
    gapRow({ query: HOSTILE, failed: { rate: 1, n: 3 } }),
    gapRow({ query: 'otra', ...reworded }),
  ]
  const withheld = { queries: 3, searches: 4 }
  return {
    gaps: gaps({ ...reportOfGaps(rows, { gaps: 87, withheld }), synthetic: true }, { locale }),
    'gaps, sorted': gaps(reportOfGaps(rows), { locale, address: { sort: 'tabs', query: HOSTILE } }),
    'gaps, none': gaps(reportOfGaps([], { withheld }), { locale }),
  }
}
