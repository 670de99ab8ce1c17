import type { SearchRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { BehindLink } from '../parts/BehindLink.js'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'

interface Props {
  readonly of: 'success' | 'ctr' | 'zero_result' | 'no_click' | 'refined'
  readonly row: SearchRow
  readonly view: View
}

/** A share of the searches of one query; a way to the sessions behind it, unless it is none of them. */
export function SearchRate({ of, row, view }: Props): ReactElement {
  const { words, format } = view
  const { rate, n } = row[of]
  const text = <RateText rate={row[of]} view={view} />
  if (!rate) return text
  const label = words.on.search.behind(`${format.share(rate)} ${words.frame.n(format.count(n))}`)
  return (
    <BehindLink behind={`searches.${of}`} row={row.query} label={label} view={view}>
      {text}
    </BehindLink>
  )
}
