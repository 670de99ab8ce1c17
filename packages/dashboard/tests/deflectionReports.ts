import type { DeflectionReport, DeflectionRow } from '@helptally/server/reports'
import { createElement } from 'react'
import { type DashboardLocale, Deflection, type DeflectionProps } from '../src/index.js'
import { render } from './page.js'
import { pageView } from './reports.js'

const share = (part: number, n: number) => ({ rate: n === 0 ? null : part / n, n })

/** A form that 200 sessions began; 60 opened what it offered, 50 of them asked nobody. */
export function form(row: Partial<DeflectionRow> = {}): DeflectionRow {
  return {
    method: 'form',
    form: 'support',
    sessions: 200,
    opened: 60,
    submitted: 90,
    deflected: share(50, 200),
    ...row,
  }
}

/** Of 1,000 sessions; the visitors of 100 filed a ticket. */
export const someTickets: DeflectionReport['tickets'] = {
  confirmed: share(640, 1_000),
  potential: share(900, 1_000),
  none: share(100, 1_000),
  provisional: 12,
}

export function deflectionReport(
  rows: readonly DeflectionRow[] = [],
  changes: Partial<DeflectionReport> = {},
): DeflectionReport {
  const { period } = pageView('deflection')
  const sum = (of: 'sessions' | 'opened' | 'submitted') => rows.reduce((total, row) => total + row[of], 0)
  const deflected = rows.reduce((total, { deflected: { rate, n } }) => total + (rate ?? 0) * n, 0)
  return {
    definition: { id: 'deflection', version: 2, text: 'What the server says deflected is.', metrics: {} },
    site: 'ayuda',
    from: period.from,
    to: period.to,
    tz: 'UTC',
    synthetic: false,
    rows,
    totals: {
      sessions: sum('sessions'),
      opened: sum('opened'),
      submitted: sum('submitted'),
      deflected: share(deflected, sum('sessions')),
    },
    window_hours: 24,
    tickets: null,
    self_service: null,
    ...changes,
  }
}

export const withTickets: DeflectionReport = deflectionReport(
  [form(), form({ method: 'chat', form: '', sessions: 40, opened: 12, submitted: 25, deflected: share(10, 40) })],
  {
    tickets: someTickets,
    self_service: { sessions: 1_000, users: 80, score: 12.5 },
  },
)

export function deflectionPage({
  locale = 'en',
  ...props
}: Partial<DeflectionProps> & { locale?: DashboardLocale } = {}): string {
  const page = pageView('deflection', { locale })
  return render(createElement(Deflection, { page, report: withTickets, before: null, ...props }))
}

export function everyDeflection(locale: DashboardLocale): Record<string, string> {
  const few = deflectionReport([form({ sessions: 4, opened: 0, submitted: 1, deflected: share(0, 4) })], {
    synthetic: true,
    imported: true,
    tickets: { confirmed: share(0, 0), potential: share(0, 0), none: share(0, 0), provisional: 1 },
    self_service: { sessions: 3, users: 1, score: 3 },
  })
  return {
    deflection: deflectionPage({ locale, before: deflectionReport([form({ deflected: share(20, 200) })]) }),
    'deflection, few': deflectionPage({ locale, report: few }),
    'deflection, filtered': deflectionPage({ locale, report: { ...withTickets, self_service: null } }),
    'deflection, without tickets': deflectionPage({ locale, report: deflectionReport([form()]) }),
    'deflection, nothing': deflectionPage({ locale, report: deflectionReport() }),
  }
}
