import type { SuggestionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { RateBehind } from '../parts/RateBehind.js'
import type { View } from '../view.js'

interface Props {
  readonly of: 'ctr' | 'read_after'
  readonly row: SuggestionRow
  readonly view: View
}

/** A share of a list, and the way to its sessions where it has any. */
export function ListRate({ of, row, view }: Props): ReactElement {
  const { list, algorithm } = row
  return (
    <RateBehind
      rate={row[of]}
      behind={`suggestions.${of}`}
      row={`${list}|${algorithm}`}
      name={view.words.on.suggestions.column[of]}
      about={list}
      view={view}
    />
  )
}
