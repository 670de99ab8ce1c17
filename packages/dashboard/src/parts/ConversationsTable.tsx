import type { ConversationSessionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ChannelMark } from '../channels/ChannelMark.js'
import type { View } from '../view.js'
import { Ended } from './Ended.js'
import { ScrollTable } from './ScrollTable.js'
import { startedAt } from './startedAt.js'

interface Props {
  readonly rows: readonly ConversationSessionRow[]
  readonly caption: string
  readonly view: View
}

/** Sessions of conversations, each a way to its timeline. */
export function ConversationsTable({ rows, caption, view }: Props): ReactElement {
  const { latest, on } = view.words
  return (
    <ScrollTable caption={caption} className="ht-conversations">
      <thead>
        <tr>
          <th scope="col">{latest.started}</th>
          <th scope="col">{on.channels.channel}</th>
          <th scope="col">{latest.length}</th>
          <th scope="col">{on.channels.interactions}</th>
          <th scope="col">{on.channels.userTurns}</th>
          <th scope="col">{latest.ended}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} view={view} />
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Row({ row, view }: { row: ConversationSessionRow; view: View }): ReactElement {
  const { words, format, hrefs } = view
  const started = startedAt(row, view)
  return (
    <tr>
      <th scope="row">
        <a className="ht-row-link" href={hrefs.session(row.id)} aria-label={words.latest.openTimeline(started)}>
          <time dateTime={row.started_at}>{started}</time>
        </a>
      </th>
      <td>
        <ChannelMark channel={row.channel} view={view} />
      </td>
      <td className="ht-amount">{format.duration(row.duration_ms)}</td>
      <td className="ht-amount">{format.count(row.interactions)}</td>
      <td className="ht-amount">{format.count(row.user_turns)}</td>
      <td>
        <Ended row={row} view={view} />
      </td>
    </tr>
  )
}
