import type { LiveReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { SessionsTable } from '../parts/SessionsTable.js'
import type { View } from '../view.js'

interface Props {
  readonly report: LiveReport
  readonly view: View
}

export function OpenSessions({ report, view }: Props): ReactElement {
  const { on, totals } = view.words
  const { count } = view.format
  const words = on.live
  const rows = report.rows.filter((row) => row.ended_at === null)
  const { open } = report.totals
  return (
    <Panel
      id="ht-open"
      title={words.openSessions}
      definition={report.definition}
      meaning={totals.openMeaning}
      view={view}
    >
      {open === 0 && <p className="ht-quiet">{words.noneOpen}</p>}
      {rows.length > 0 && <SessionsTable rows={rows} caption={words.openSessions} view={view} />}
      {rows.length < open && <p className="ht-note">{words.listedOf(count(rows.length), count(open))}</p>}
    </Panel>
  )
}

export function EndedSessions({ report, view }: Props): ReactElement {
  const words = view.words.on.live
  const rows = report.rows.filter((row) => row.ended_at !== null)
  const { from, to } = report
  return (
    <Panel
      id="ht-ended"
      title={words.endedSessions}
      definition={report.definition}
      csv="live"
      csvParams={{ from, to, limit: '200' }}
      view={view}
    >
      {rows.length === 0 ? (
        <p className="ht-quiet">{words.noneEnded}</p>
      ) : (
        <SessionsTable rows={rows} caption={words.endedSessions} view={view} />
      )}
      <p className="ht-more">
        <a href={view.hrefs.to('sessions', view.address)}>{words.allSessions}</a>
      </p>
    </Panel>
  )
}
