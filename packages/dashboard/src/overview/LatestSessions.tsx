import type { LiveReport, SessionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { EntryMark } from '../parts/EntryMark.js'
import { Meaning } from '../parts/Meaning.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { PeriodView } from '../period.js'
import type { View } from '../view.js'

interface Props {
  readonly report: LiveReport
  readonly period: PeriodView
  readonly view: View
}

/** The newest sessions, each a way to its timeline. */
export function LatestSessions({ report, period, view }: Props): ReactElement {
  const words = view.words.latest
  return (
    <section className="ht-card ht-panel" aria-labelledby="ht-latest-title">
      <div className="ht-panel-head">
        <h2 id="ht-latest-title">{words.title}</h2>
        <Meaning id="ht-means-latest" name={words.title} definition={report.definition} view={view} />
      </div>
      {report.rows.length === 0 ? (
        <p className="ht-quiet">{words.none}</p>
      ) : (
        <ScrollTable caption={words.title} className="ht-sessions">
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
            {report.rows.map((row) => (
              <Row key={row.id} row={row} now={period.now} view={view} />
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  )
}

function Row({ row, now, view }: { row: SessionRow; now: number; view: View }): ReactElement {
  const { words, format, hrefs } = view
  const started = format.isSameDay(row.started_at, now)
    ? format.clock(row.started_at)
    : format.dayAndTime(row.started_at)
  return (
    <tr>
      <th scope="row">
        <a className="ht-row-link" href={hrefs.session(row.id)} aria-label={words.latest.openTimeline(started)}>
          <time dateTime={row.started_at}>{started}</time>
        </a>
      </th>
      <td className="ht-article">
        <bdi title={row.article}>{row.article}</bdi>
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

function Ended({ row, view: { words, format } }: { row: SessionRow; view: View }): ReactElement {
  if (row.ended_at === null || row.end_reason === null) return <span className="ht-live">{words.latest.live}</span>
  if (row.end_reason !== 'idle') return <>{words.ended[row.end_reason]}</>
  const idleMs = Date.parse(row.ended_at) - Date.parse(row.last_at)
  return <>{words.ended.idle(format.duration(idleMs))}</>
}
