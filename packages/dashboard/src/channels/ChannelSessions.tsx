import type { ChannelsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { chartWords } from '../overview/chartWords.js'
import { Panel } from '../parts/Panel.js'
import { ReadOut } from '../parts/ReadOut.js'
import { StackLegend } from '../parts/StackLegend.js'
import { isIncomplete } from '../period.js'
import type { View } from '../view.js'
import { ChannelBars } from './ChannelBars.js'
import { ChannelDays } from './ChannelDays.js'
import { ChannelMark } from './ChannelMark.js'
import { channelChartWords } from './channelChartWords.js'
import { withSessions } from './withSessions.js'

/** When the sessions of each channel began: a chart, its legend, and the same numbers as a table. */
export function ChannelSessions({ report, view }: { report: ChannelsReport; view: View }): ReactElement {
  const { interval, intervals, definition } = report
  const isOpen = intervals.length > 0 && isIncomplete(report, view.now)
  const marks = withSessions(report).map(
    ({ channel }) => [channel, <ChannelMark key={channel} channel={channel} view={view} />] as const,
  )
  const soFar = isOpen ? chartWords(interval, view).soFar : null
  return (
    <Panel
      hasChart
      id="ht-by-channel"
      className="ht-by-channel"
      title={channelChartWords(interval, view).title}
      definition={definition}
      aside={<StackLegend label={view.words.on.channels.channels} marks={marks} soFar={soFar} />}
      view={view}
    >
      <ChannelBars report={report} isIncomplete={isOpen} view={view} />
      <ReadOut />
      <details className="ht-details">
        <summary>{view.words.chart.asTable}</summary>
        <ChannelDays report={report} isIncomplete={isOpen} view={view} />
      </details>
    </Panel>
  )
}
