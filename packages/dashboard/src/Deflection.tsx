import type { DeflectionReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { DeflectionFigures } from './deflection/DeflectionFigures.js'
import { Forms } from './deflection/Forms.js'
import { NoTickets } from './deflection/NoTickets.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { type PageView, viewOf } from './view.js'

export interface DeflectionProps {
  readonly page: PageView
  readonly report: DeflectionReport
  /** The same over the period before; null when nothing is compared. */
  readonly before: DeflectionReport | null
}

/** Who was about to ask, and found the answer instead: at each form, and by the tickets of the help desk. */
export function Deflection({ page, report, before }: DeflectionProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.deflection
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={report.synthetic}
        isImported={report.imported}
        view={view}
      />
      <DeflectionFigures report={report} before={before} view={view} />
      {report.tickets === null && <NoTickets view={view} />}
      <Forms report={report} view={view} />
    </Shell>
  )
}
