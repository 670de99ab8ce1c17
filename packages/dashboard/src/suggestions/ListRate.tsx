import type { SuggestionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { BehindLink } from '../parts/BehindLink.js'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'
import { saidRate } from './saidRate.js'

interface Props {
  readonly of: 'ctr' | 'read_after'
  readonly row: SuggestionRow
  readonly view: View
}

/** A share of a list, and the way to its sessions where it has any. */
export function ListRate({ of, row, view }: Props): ReactElement {
  const words = view.words.on.suggestions
  const text = <RateText rate={row[of]} view={view} />
  if (!row[of].rate) return text
  return (
    <BehindLink
      behind={`suggestions.${of}`}
      row={`${row.list}|${row.algorithm}`}
      label={words.behind(saidRate(row[of], view), words.column[of], row.list)}
      view={view}
    >
      {text}
    </BehindLink>
  )
}
