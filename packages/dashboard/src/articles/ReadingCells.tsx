import type { ArticleNumbers } from '@helptally/server/reports'
import type { ReactElement, ReactNode } from 'react'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'
import { lowClass } from './lowClass.js'

interface Props {
  readonly numbers: ArticleNumbers
  /** A share with the way to its sessions. */
  readonly behind: (of: 'read' | 'quick_exit' | 'search_again') => ReactNode
  /** Cells between helpfulness and what came after. */
  readonly children?: ReactNode
  readonly view: View
}

/** How something was read and what came of it, as cells of a row; what is of few openings in grey. */
export function ReadingCells({ numbers, behind, children, view }: Props): ReactElement {
  const { format } = view
  const { opens, engaged_median_ms: engaged, scroll_median, helpfulness, contact_after, failed } = numbers
  const low = lowClass(opens)
  return (
    <>
      <td className={low}>{format.count(opens)}</td>
      <td>{behind('read')}</td>
      <td>{behind('quick_exit')}</td>
      <td className={low}>{engaged === null ? '—' : format.duration(engaged)}</td>
      <td className={low}>{format.share(scroll_median / 100)}</td>
      <td>
        <RateText rate={{ rate: helpfulness.low, n: helpfulness.n }} view={view} />
      </td>
      {children}
      <td>{behind('search_again')}</td>
      <td>
        <RateText rate={contact_after} view={view} />
      </td>
      <td>
        <RateText rate={failed} view={view} />
      </td>
    </>
  )
}
