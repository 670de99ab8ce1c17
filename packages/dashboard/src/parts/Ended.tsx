import type { SessionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'

interface Props {
  readonly row: Pick<SessionRow, 'last_at' | 'ended_at' | 'end_reason'>
  readonly view: View
}

/** How a session in a table ended, or that it goes on. */
export function Ended({ row, view: { words, format } }: Props): ReactElement {
  if (row.ended_at === null || row.end_reason === null) return <span className="ht-live">{words.latest.live}</span>
  if (row.end_reason !== 'idle') return <>{words.ended[row.end_reason]}</>
  const idleMs = Date.parse(row.ended_at) - Date.parse(row.last_at)
  return <>{words.ended.idle(format.duration(idleMs))}</>
}
