import type { LedgerReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { type Bar, layBars, PLOT_HEIGHT, percent } from '../overview/bars.js'
import { dayTicks } from '../overview/dayTicks.js'
import { ChartAxes } from '../parts/ChartAxes.js'
import type { View } from '../view.js'
import { OutcomeHatches } from './OutcomeHatches.js'
import { UNACCEPTED, type UnacceptedOutcome, unacceptedIn } from './unacceptedIn.js'

/** Room below the plot for the days, px. */
const AXIS_HEIGHT = 28

/** A bar an interval, stacked by outcome. */
export function UnacceptedBars({ report, view }: { report: LedgerReport; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.quality
  // Without what was accepted: beside that, the others would be too low to be seen.
  const { bars, grid } = layBars(report.rows, UNACCEPTED, (row, outcome) => row[outcome])
  const { totals, from, to } = report
  const events = unacceptedIn(totals)
  return (
    <svg
      className="ht-chart"
      role="img"
      aria-labelledby="ht-unaccepted-name ht-unaccepted-desc"
      width="100%"
      height={PLOT_HEIGHT + AXIS_HEIGHT}
    >
      <title id="ht-unaccepted-name">{words.unaccepted}</title>
      <desc id="ht-unaccepted-desc">{words.unacceptedDescription(format.count(events), format.period(from, to))}</desc>
      <OutcomeHatches />
      <ChartAxes grid={grid} ticks={dayTicks(bars, report.interval, format)} height={PLOT_HEIGHT} view={view} />
      {bars.map((bar) => (
        <UnacceptedBar key={bar.row.start} bar={bar} view={view} />
      ))}
      {events === 0 && (
        <text className="ht-nothing" x="50%" y={PLOT_HEIGHT / 2} textAnchor="middle">
          {totals.received === 0 ? words.nothing : words.allAccepted}
        </text>
      )}
    </svg>
  )
}

/** Its numbers show where the pointer rests on it. */
function UnacceptedBar({
  bar: { row, x, width, segments },
  view: { words, format },
}: {
  bar: Bar<LedgerReport['rows'][number], UnacceptedOutcome>
  view: View
}): ReactElement {
  const numbers = segments.map(
    ({ key: outcome }) => `${words.on.quality.outcome[outcome]} ${format.count(row[outcome])}`,
  )
  return (
    <g className="ht-bar" data-start={row.start} data-reading="">
      <title>{[format.fullDay(row.start), ...numbers.toReversed()].join('\n')}</title>
      {segments.map(({ key: outcome, y, height }) => (
        <rect
          key={outcome}
          className={`ht-part ht-fill-${outcome}`}
          data-outcome={outcome}
          x={percent(x)}
          width={percent(width)}
          y={y}
          height={height}
        />
      ))}
    </g>
  )
}
