import type { ReportName } from '@helptally/server/reports'
import type { ReactElement, ReactNode } from 'react'
import type { View } from '../view.js'

export interface BehindProps {
  /** The report and the number of it. */
  readonly behind: `${ReportName}.${string}`
  /** What tells the row apart in its report. */
  readonly row: string
  /** What is heard in place of a bare number; begins with what is seen. */
  readonly label?: string
  readonly children: ReactNode
  readonly view: View
}

/** A number that leads to the sessions it was counted from. */
export function BehindLink({ behind, row, label, children, view: { hrefs, address } }: BehindProps): ReactElement {
  return (
    <a className="ht-to-behind" href={hrefs.to('sessions', { ...address, behind, row })} aria-label={label}>
      {children}
    </a>
  )
}
