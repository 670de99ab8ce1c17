import type { ChannelRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { ChannelMark } from './ChannelMark.js'
import { canEnd, ENDINGS } from './endings.js'
import { PartCell } from './PartCell.js'

interface Props {
  readonly row: ChannelRow
  /** Sessions of all channels. */
  readonly all: number
  readonly view: View
}

export function ChannelLine({ row, all, view }: Props): ReactElement {
  const { channel, sessions, ended } = row
  return (
    <tr data-channel={channel}>
      <th scope="row">
        <ChannelMark channel={channel} view={view} />
      </th>
      <PartCell
        part={sessions}
        of={all}
        counts={{ channel, measure: 'rows', name: view.words.totals.sessions }}
        view={view}
      />
      <SaidCell count={row.interactions} view={view} />
      <SaidCell count={row.user_turns} view={view} />
      {ENDINGS.map((ending) =>
        canEnd(channel, ending) || ended[ending] > 0 ? (
          <PartCell
            key={ending}
            part={ended[ending]}
            of={sessions}
            counts={{ channel, measure: ending, name: view.words.on.channels.ended[ending] }}
            view={view}
          />
        ) : (
          <NoCell key={ending} />
        ),
      )}
    </tr>
  )
}

function SaidCell({ count, view }: { count: number | null; view: View }): ReactElement {
  return count === null ? <NoCell /> : <td>{view.format.count(count)}</td>
}

/** What there cannot be on this channel. */
function NoCell(): ReactElement {
  return <td className="ht-quiet">—</td>
}
