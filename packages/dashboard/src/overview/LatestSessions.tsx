import type { LiveReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { SessionsTable } from '../parts/SessionsTable.js'
import type { View } from '../view.js'

interface Props {
  readonly report: LiveReport
  readonly view: View
}

/** The newest sessions, each a way to its timeline. */
export function LatestSessions({ report, view }: Props): ReactElement {
  const words = view.words.latest
  return (
    <Panel id="ht-latest" title={words.title} definition={report.definition} view={view}>
      {report.rows.length === 0 ? (
        <p className="ht-quiet">{words.none}</p>
      ) : (
        <SessionsTable rows={report.rows} caption={words.title} view={view} />
      )}
    </Panel>
  )
}
