import type { SessionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { Ended } from './Ended.js'
import { EntryMark } from './EntryMark.js'
import { ScrollTable } from './ScrollTable.js'
import { seen } from './seen.js'
import { startedAt } from './startedAt.js'

interface Props {
  readonly rows: readonly SessionRow[]
  readonly caption: string
  readonly view: View
}

/** Sessions, each a way to its timeline. */
export function SessionsTable({ rows, caption, view }: Props): ReactElement {
  const words = view.words.latest
  return (
    <ScrollTable caption={caption} className="ht-sessions">
      <thead>
        <tr>
          <th scope="col">{words.started}</th>
          <th scope="col">{words.article}</th>
          <th scope="col">{words.entry}</th>
          <th scope="col">{words.length}</th>
          <th scope="col">{words.articles}</th>
          <th scope="col">{words.searches}</th>
          <th scope="col">{words.ended}</th>
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

function Row({ row, view }: { row: SessionRow; view: View }): ReactElement {
  const { words, format, hrefs } = view
  const started = startedAt(row, view)
  return (
    <tr>
      <th scope="row">
        <a className="ht-row-link" href={hrefs.session(row.id)} aria-label={words.latest.openTimeline(started)}>
          <time dateTime={row.started_at}>{started}</time>
        </a>
      </th>
      <td className="ht-article">
        <bdi title={row.article}>{seen(row.article)}</bdi>
      </td>
      <td>
        <EntryMark entry={row.entry} view={view} /> <span className="ht-via">{words.via[row.via]}</span>
      </td>
      <td className="ht-amount">{format.duration(row.duration_ms)}</td>
      <td className="ht-amount">{format.count(row.articles)}</td>
      <td className="ht-amount">{format.count(row.searches)}</td>
      <td>
        <Ended row={row} view={view} />
      </td>
    </tr>
  )
}
