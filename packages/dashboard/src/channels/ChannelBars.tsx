import type { ChannelInterval, ChannelsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { layBars } from '../overview/bars.js'
import type { ReadLine } from '../parts/BarReading.js'
import { StackedChart } from '../parts/StackedChart.js'
import type { View } from '../view.js'
import { ChannelHatches } from './ChannelHatches.js'
import { channelChartWords } from './channelChartWords.js'
import { sessionsIn } from './sessionsIn.js'
import { withSessions } from './withSessions.js'

interface Props {
  readonly report: ChannelsReport
  /** Whether the last interval goes on. */
  readonly isIncomplete: boolean
  readonly view: View
}

/** A bar an interval, stacked by channel, of those that have sessions. */
export function ChannelBars({ report, isIncomplete, view }: Props): ReactElement {
  const { words, format } = view
  const { intervals, interval, totals, from, to } = report
  const says = channelChartWords(interval, view)
  const shown = withSessions(report).map(({ channel }) => channel)
  const linesOf = (row: ChannelInterval): ReadLine[] => [
    [words.chart.total, format.count(sessionsIn(row))],
    ...shown
      .toReversed()
      .map((channel): ReadLine => [words.channel[channel], format.count(row.sessions[channel] ?? 0)]),
  ]
  return (
    <StackedChart
      id="ht-channel-chart"
      title={says.title}
      description={says.description(format.count(totals.sessions), format.period(from, to))}
      plot={layBars(intervals, shown, ({ sessions }, channel) => sessions[channel] ?? 0)}
      hatches={<ChannelHatches />}
      nothing={totals.sessions === 0 ? words.chart.noSessions : null}
      {...{ interval, isIncomplete, linesOf, view }}
    />
  )
}
