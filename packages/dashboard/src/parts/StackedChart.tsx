import type { Interval } from '@helptally/server/reports'
import type { ReactElement, ReactNode } from 'react'
import { type Bars, type Dated, PLOT_HEIGHT } from '../overview/bars.js'
import { chartWords } from '../overview/chartWords.js'
import { dayTicks, withToday } from '../overview/dayTicks.js'
import type { View } from '../view.js'
import { BarReading, type ReadLine } from './BarReading.js'
import { ChartAxes } from './ChartAxes.js'
import { StackedBar } from './StackedBar.js'

interface Props<Row extends Dated> {
  /** Unique on the page: what the ids of its title and description begin with. */
  readonly id: string
  readonly title: string
  readonly description: string
  readonly plot: Bars<Row>
  readonly interval: Interval
  /** Whether the last interval goes on. */
  readonly isIncomplete: boolean
  /** The numbers of a bar, from its top down. */
  readonly linesOf: (row: Row) => readonly ReadLine[]
  /** Patterns that the fills of its parts are made of. */
  readonly hatches: ReactElement
  /** Said in place of bars where there are none. */
  readonly nothing: string | null
  /** Drawn over the bars, below what is read of them. */
  readonly children?: ReactNode
  readonly view: View
}

/** Room below the plot for the days, px. */
const AXIS_HEIGHT = 28

/**
 * A bar an interval, in parts. Widths are percentages and heights pixels, so the drawing fits every screen while its
 * letters keep their size.
 */
export function StackedChart<Row extends Dated>(props: Props<Row>): ReactElement {
  const { id, title, description, plot, interval, isIncomplete, linesOf, hatches, nothing, children, view } = props
  const { format } = view
  const { bars, grid } = plot
  const says = chartWords(interval, view)
  const openBar = isIncomplete ? bars.at(-1) : undefined
  const days = dayTicks(bars, interval, format)
  return (
    <svg
      className="ht-chart"
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      width="100%"
      height={PLOT_HEIGHT + AXIS_HEIGHT}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {hatches}
      <ChartAxes
        grid={grid}
        ticks={openBar ? withToday(days, bars, says.current) : days}
        height={PLOT_HEIGHT}
        view={view}
      />
      {bars.map((bar) => (
        <StackedBar key={bar.row.start} bar={bar} isOpen={bar === openBar} />
      ))}
      {children}
      {bars.map((bar) => (
        <BarReading
          key={bar.row.start}
          bar={bar}
          title={bar === openBar ? says.soFar : format.fullDay(bar.row.start)}
          lines={linesOf(bar.row)}
        />
      ))}
      {nothing && (
        <text className="ht-nothing" x="50%" y={PLOT_HEIGHT / 2} textAnchor="middle">
          {nothing}
        </text>
      )}
    </svg>
  )
}
