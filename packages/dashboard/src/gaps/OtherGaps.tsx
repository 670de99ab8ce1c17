import type { GapRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'

export const OTHER_GAPS = 'ht-other-gaps'

/** What a gap may be put into, offered while the reader types. */
export function OtherGaps({ rows }: { rows: readonly GapRow[] }): ReactElement {
  return (
    <datalist id={OTHER_GAPS}>
      {rows.map(({ query }) => (
        <option key={query} value={query} />
      ))}
    </datalist>
  )
}
