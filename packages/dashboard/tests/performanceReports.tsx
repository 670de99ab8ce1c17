import type { SpeedOutcome, VitalsReport, VitalsRow } from '@helptally/server/reports'
import { type DashboardLocale, Performance } from '../src/index.js'
import { render } from './page.js'
import { pageView, vital, vitalsReport } from './reports.js'

/** A row of which so many page views were good, in need of work and poor. */
export function rated(
  metric: VitalsRow['metric'],
  counts: readonly [good: number, needs: number, poor: number],
  row: Partial<VitalsRow> = {},
): VitalsRow {
  const n = counts[0] + counts[1] + counts[2]
  const [good, needs_improvement, poor] = counts.map((count) => ({ rate: count / n, n }))
  return vital(metric, 1000, { n, good: good!, needs_improvement: needs_improvement!, poor: poor!, ...row })
}

/** So many openings of that speed, so many of them read and left at once. */
export function speedOf(
  navigation: SpeedOutcome['navigation'],
  speed: SpeedOutcome['speed'],
  [n, read, left]: readonly [n: number, read: number, left: number],
): SpeedOutcome {
  const of = (part: number) => ({ rate: n === 0 ? null : part / n, n })
  return { navigation, speed, read: of(read), quick_exit: of(left) }
}

export function vitalsWith(rows: readonly VitalsRow[], speed: readonly SpeedOutcome[] = []): VitalsReport {
  return { ...vitalsReport(rows), speed }
}

const HOSTILE = `"><script>alert('x')</script>\u202e${'🦜'.repeat(20)}${'largo'.repeat(28)}`

/** The page full, of few, empty, and with words that try to break it. */
export function everyPerformance(locale: DashboardLocale): Record<string, string> {
  const page = pageView('performance', { locale })
  const many = Array.from({ length: 10 }, (_, i) =>
    vital('LCP', 1000 + 500 * i, { article: `guia-${i}`, n: 50 - 3 * i, navigation: i % 2 === 0 ? 'hard' : 'soft' }),
  )
  const full = vitalsWith(
    [
      ...many,
      rated('INP', [40, 30, 30]),
      rated('CLS', [5, 3, 2]),
      rated('FCP', [90, 5, 5]),
      rated('TTFB', [80, 15, 5]),
    ],
    (['hard', 'soft'] as const).flatMap((navigation) => [
      speedOf(navigation, 'poor', [40, 10, 20]),
      speedOf(navigation, 'good', [400, 300, 20]),
      speedOf(navigation, 'needs_improvement', [12, 6, 3]),
    ]),
  )
  const shown = (vitals: VitalsReport, tab = '') =>
    render(<Performance page={{ ...page, address: { tab } }} vitals={vitals} />)
  return {
    performance: shown(full),
    'performance, soft': shown({ ...full, synthetic: true }, 'soft'),
    'performance, empty': shown(vitalsWith([])),
    'performance, soft and empty': shown(vitalsWith([]), 'soft'),
    'performance, hostile': shown(vitalsWith([vital('LCP', 1000, { article: HOSTILE })])),
  }
}
