import type { HelpEvent } from '@helptally/core'
import type { SpeedOutcome, VitalsRow } from '../../src/reports/shapes.js'
import type { Within } from './articles.js'
import { openingsOf } from './openings.js'
import { countsAt, type Named, p75 } from './tabs.js'

type Vital = Named<'browser.web_vital'>

const LIMITS = { LCP: [2500, 4000], INP: [200, 500], CLS: [0.1, 0.25], FCP: [1800, 3000], TTFB: [800, 1800] } as const

function speedOf({ metric, value }: Vital): SpeedOutcome['speed'] {
  const [good, poor] = LIMITS[metric]
  if (value > poor) return 'poor'
  return value > good ? 'needs_improvement' : 'good'
}

const share = (part: number, n: number) => ({ rate: n === 0 ? null : part / n, n })

const isVital = (event: HelpEvent): event is Vital => event.name === 'browser.web_vital'

/** The reports of each metric, in order. */
const metricsOf = (vitals: readonly Vital[]): Vital[][] =>
  [...Map.groupBy(vitals, ({ tabId, metricId }) => `${tabId} ${metricId}`).values()].map((all) =>
    all.toSorted((a, b) => a.seq - b.seq),
  )

/** The metrics of each page view: the nth LCP of an opening and its nth CLS are of one. */
function pageViewsOf(events: readonly HelpEvent[]): Vital[][][] {
  const metrics = metricsOf(events.filter(isVital).filter(({ article }) => article))
  const placeOf = (last: Vital) => [last.tabId, last.openId, last.article!.id, last.navigation].join()
  const numbered = metrics
    .toSorted(([a], [b]) => a!.seq - b!.seq)
    .map((reports, i, sorted) => {
      const last = reports.at(-1)!
      const before = sorted.slice(0, i).map((other) => other.at(-1)!)
      const nth = before.filter((one) => placeOf(one) === placeOf(last) && one.metric === last.metric).length
      return { reports, view: `${placeOf(last)} ${nth}` }
    })
  return [...Map.groupBy(numbered, ({ view }) => view).values()].map((all) => all.map(({ reports }) => reports))
}

/** The rows of the report, in no order. */
export function vitalsBy(events: readonly HelpEvent[], { from, to }: Within): VitalsRow[] {
  const last = pageViewsOf(events)
    .filter((view) => {
      const first = view[0]![0]!
      const at = countsAt(events.find(({ id }) => id === first.openId) ?? first, events)
      return at >= from && at < to
    })
    .flatMap((view) => view.map((reports) => reports.at(-1)!))
  return [...Map.groupBy(last, (one) => `${one.article!.id} ${one.metric} ${one.navigation}`).values()].map((all) => {
    const [{ article, metric, navigation }] = all as [Vital]
    const of = (speed: SpeedOutcome['speed']) => share(all.filter((one) => speedOf(one) === speed).length, all.length)
    return {
      article: article!.id,
      metric,
      navigation,
      p75: p75(all.map(({ value }) => value))!,
      n: all.length,
      good: of('good'),
      needs_improvement: of('needs_improvement'),
      poor: of('poor'),
    }
  })
}

/** What came of openings by their first LCP, of which the last report counts; in no order. */
export function speedsBy(events: readonly HelpEvent[], { from, to }: Within, article?: string): SpeedOutcome[] {
  const metrics = metricsOf(events.filter(isVital).filter(({ metric }) => metric === 'LCP'))
  const rated = openingsOf(events)
    .filter(({ event }) => countsAt(event, events) >= from && countsAt(event, events) < to)
    .filter(({ event }) => article === undefined || event.article.id === article)
    .flatMap((opening) => {
      const own = metrics.filter((all) => all.at(-1)!.openId === opening.event.id)
      const first = own.toSorted((a, b) => a[0]!.seq - b[0]!.seq)[0]?.at(-1)
      return first ? [{ opening, navigation: first.navigation, speed: speedOf(first) }] : []
    })
  return [...Map.groupBy(rated, ({ navigation, speed }) => `${navigation} ${speed}`).values()].map((all) => ({
    navigation: all[0]!.navigation,
    speed: all[0]!.speed,
    read: share(all.filter(({ opening }) => opening.isRead).length, all.length),
    quick_exit: share(all.filter(({ opening }) => opening.isQuickExit).length, all.length),
  }))
}
