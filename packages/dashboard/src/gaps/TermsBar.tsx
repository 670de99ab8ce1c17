import type { GapRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import { BehindLink } from '../parts/BehindLink.js'
import type { View } from '../view.js'
import { GAP_TERMS } from './gapTerms.js'
import { layTerms } from './layTerms.js'
import { TermMark } from './TermMark.js'

const HEIGHT = 14

interface Props {
  readonly row: GapRow
  /** The greatest score of the list. */
  readonly most: number
  readonly view: View
}

/** The score of a gap as a bar of what it is made of, and below it the same in words and numbers. */
export function TermsBar({ row, most, view }: Props): ReactElement {
  const { format } = view
  const words = view.words.on.gaps
  return (
    <>
      <svg className="ht-gap-bar" aria-hidden="true" width="100%" height={HEIGHT}>
        {layTerms(row, most).map(({ term, x, width }) => (
          <rect
            key={term}
            className={`ht-term ht-term-${term}`}
            x={percent(x)}
            width={percent(width)}
            y="1"
            height={HEIGHT - 2}
          />
        ))}
      </svg>
      <ul className="ht-gap-terms">
        {GAP_TERMS.filter((term) => row[term] > 0).map((term) => (
          <li key={term}>
            <TermMark term={term} />
            <BehindLink behind={`gaps.${term}`} row={row.query} view={view}>
              {words.failedSo[term](row[term], format.count(row[term]))}
            </BehindLink>
          </li>
        ))}
      </ul>
    </>
  )
}
