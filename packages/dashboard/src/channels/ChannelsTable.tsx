import type { ChannelsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { isLow, LOW_N } from '../lowN.js'
import { Panel } from '../parts/Panel.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import { SortHead } from '../parts/SortHead.js'
import { sorted, sortingOf } from '../sorting.js'
import type { View } from '../view.js'
import { ChannelLine } from './ChannelLine.js'
import { ChannelsSum } from './ChannelsSum.js'
import { canEnd, ENDINGS } from './endings.js'
import { withSessions } from './withSessions.js'

/** A line a channel: its sessions, what was said in them, and how they ended. Those without sessions share one. */
export function ChannelsTable({ report, view }: { report: ChannelsReport; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.channels
  const sorting = sortingOf(view.address.sort, '-sessions')
  const shown = withSessions(report)
  const rows = sorted(shown, sorting, {
    sessions: ({ sessions }) => sessions,
    interactions: ({ interactions }) => interactions,
    user_turns: ({ user_turns }) => user_turns,
  })
  const without = report.rows.filter(({ sessions }) => sessions === 0)
  const hasDash = shown.some(({ channel }) => ENDINGS.some((ending) => !canEnd(channel, ending)))
  const hasFew = shown.some(({ sessions }) => isLow(sessions))
  return (
    <Panel
      id="ht-channels"
      title={words.table}
      definition={report.definition}
      csv="channels"
      csvParams={{ interval: report.interval }}
      view={view}
    >
      {rows.length > 0 && (
        <ScrollTable caption={words.table} className="ht-channels">
          <thead>
            <tr>
              <th scope="col">{words.channel}</th>
              <SortHead by="sessions" name={view.words.totals.sessions} sorting={sorting} view={view} />
              <SortHead by="interactions" name={words.interactions} sorting={sorting} view={view} />
              <SortHead by="user_turns" name={words.userTurns} sorting={sorting} view={view} />
              {ENDINGS.map((ending) => (
                <th key={ending} scope="col">
                  {words.ended[ending]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ChannelLine key={row.channel} row={row} all={report.totals.sessions} view={view} />
            ))}
          </tbody>
          <ChannelsSum report={report} view={view} />
        </ScrollTable>
      )}
      {without.length > 0 && (
        <p className="ht-foot">{words.without(without.map(({ channel }) => view.words.channel[channel]).join(', '))}</p>
      )}
      {rows.length > 0 && (
        <p className="ht-foot">
          <span>{words.shares}</span>
          {hasDash && <span>{words.dash}</span>}
          {hasFew && <span>{words.few(format.count(LOW_N))}</span>}
        </p>
      )}
    </Panel>
  )
}
