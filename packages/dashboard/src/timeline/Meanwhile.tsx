import type { SessionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import { SessionsTable } from '../parts/SessionsTable.js'
import type { View } from '../view.js'

/** What other tabs of the visitor did meanwhile: each tab counts for itself. */
export function Meanwhile({ rows, view }: { rows: readonly SessionRow[]; view: View }): ReactElement {
  const words = view.words.timeline
  return (
    <Panel id="ht-meanwhile" title={words.meanwhile} view={view}>
      <p className="ht-quiet">{rows.length === 0 ? words.noneMeanwhile : words.meanwhileMeaning}</p>
      {rows.length > 0 && <SessionsTable rows={rows} caption={words.meanwhile} view={view} />}
    </Panel>
  )
}
