import type { GapChangeTold, GapRow, GapsReport } from '@helptally/server/reports'
import { type Address, type DashboardLocale, Gaps } from '../src/index.js'
import { render } from './page.js'
import { gapsReport, pageView, untouched } from './reports.js'

const HOSTILE = `"><script>alert('x')</script>\u202e${'🦜'.repeat(60)}`

/** 4 found nothing, 2 asked for help, 5 opened nothing, 1 left at once: 4 + 1.6 + 3 + 0.5 = 9.1. */
export function gapRow(row: Partial<GapRow> = {}): GapRow {
  return {
    ...untouched('reembolso'),
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
  readonly changes?: readonly GapChangeTold[]
  readonly mayEdit?: boolean
  readonly done?: string | null
}

export function gaps(
  report: GapsReport,
  { locale = 'en', address = {}, changes = [], mayEdit = false, done = null }: Told = {},
): string {
  const page = pageView('gaps', { locale, address, mayEdit, done })
  return render(<Gaps page={page} report={report} changes={changes} />)
}

/** Ana planned it at nine. */
export function changeTold(change: Partial<GapChangeTold> = {}): GapChangeTold {
  return {
    ...{ nr: 7, do: 'set', at: '2026-11-20T09:00:00Z', by: 'Ana', undone_by: null },
    queries: ['reembolso'],
    to: { status: 'planned' },
    ...change,
  }
}

/** Written about on the 12th, with what failed before and after. */
export const written: Partial<GapRow> = {
  ...{ status: 'written', since: '2026-11-12T10:00:00Z', owner: 'Ana', linked_article: 'reembolsos' },
  ...{ before: { rate: 0.9, n: 40 }, after: { rate: 0.1, n: 50 } },
}

/** The page with several gaps, with strings that nobody may trust, and with none. */
export function everyGaps(locale: DashboardLocale): Record<string, string> {
  const rows = [
    gapRow({ refined_away: 3, score: 10 }),
    gapRow({ query: HOSTILE, failed: { rate: 1, n: 3 } }),
    gapRow({ query: 'otra', ...reworded }),
  ]
  const withheld = { queries: 3, searches: 4 }
  const worked = [
    gapRow({ ...written, queries: ['devolver', HOSTILE, ''] }),
    gapRow({ query: 'otra', status: 'written', since: '2026-11-12T10:00:00Z' }),
  ]
  const quiet = [{ ...untouched('quieta'), owner: HOSTILE, linked_article: HOSTILE, since: '2026-11-12T10:00:00Z' }]
  const changes = [
    changeTold(),
    changeTold({ nr: 6, to: { owner: HOSTILE, linked_article: '' }, by: '', undone_by: 'Bo' }),
    changeTold({ nr: 5, do: 'merge', queries: ['otra', HOSTILE], to: { into: 'reembolso' }, undone_by: '' }),
    changeTold({ nr: 4, do: 'split', queries: [''], to: { into: '' } }),
  ]
  const tab = { tab: 'written' }
  return {
    gaps: gaps({ ...reportOfGaps(rows, { gaps: 87, withheld }), synthetic: true }, { locale }),
    'gaps, sorted': gaps(reportOfGaps(rows), { locale, address: { sort: 'tabs', query: HOSTILE } }),
    'gaps, written': gaps(
      { ...reportOfGaps(worked), quiet },
      { locale, address: tab, changes, mayEdit: true, done: '7' },
    ),
    'gaps, read': gaps({ ...reportOfGaps(worked), quiet }, { locale, address: tab, changes, done: '6' }),
    'gaps, conflict': gaps(reportOfGaps([]), { locale, address: tab, done: 'conflict' }),
    'gaps, none': gaps(reportOfGaps([], { withheld }), { locale }),
  }
}
