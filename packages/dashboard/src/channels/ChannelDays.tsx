import type { ChannelInterval, ChannelsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { type CountColumn, IntervalTable } from '../parts/IntervalTable.js'
import type { View } from '../view.js'
import { ChannelMark } from './ChannelMark.js'
import { channelChartWords } from './channelChartWords.js'
import { sessionsIn } from './sessionsIn.js'
import { withSessions } from './withSessions.js'

interface Props {
  readonly report: ChannelsReport
  readonly isIncomplete: boolean
  readonly view: View
}

/** Sessions by interval and channel. */
export function ChannelDays({ report, isIncomplete, view }: Props): ReactElement {
  const { intervals, interval, totals } = report
  const columns: readonly CountColumn<ChannelInterval>[] = [
    { key: 'sessions', head: view.words.totals.sessions, of: sessionsIn, total: totals.sessions },
    ...withSessions(report).map(({ channel, sessions: total }) => ({
      key: channel,
      head: <ChannelMark channel={channel} view={view} />,
      of: ({ sessions }: ChannelInterval) => sessions[channel] ?? 0,
      total,
    })),
  ]
  const caption = channelChartWords(interval, view).title
  return <IntervalTable rows={intervals} {...{ caption, interval, columns, isIncomplete, view }} />
}
