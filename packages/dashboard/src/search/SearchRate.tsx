import type { SearchRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { RateBehind } from '../parts/RateBehind.js'
import type { View } from '../view.js'

interface Props {
  readonly of: 'success' | 'ctr' | 'zero_result' | 'no_click' | 'refined'
  readonly row: SearchRow
  readonly view: View
}

/** A share of the searches of one query; a way to the sessions behind it, unless it is none of them. */
export function SearchRate({ of, row, view }: Props): ReactElement {
  const name = view.words.on.search.column[of]
  return (
    <RateBehind rate={row[of]} behind={`searches.${of}`} row={row.query} name={name} about={row.query} view={view} />
  )
}
