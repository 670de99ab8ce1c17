import type { LedgerReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { FILTERS } from './address.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { BesideTheSum } from './quality/BesideTheSum.js'
import { EventLookUp } from './quality/EventLookUp.js'
import type { LookedUp } from './quality/lookedUp.js'
import { OutcomeFigures } from './quality/OutcomeFigures.js'
import { Reasons } from './quality/Reasons.js'
import { SumOfOutcomes } from './quality/SumOfOutcomes.js'
import { UnacceptedPanel } from './quality/UnacceptedPanel.js'
import { type PageView, viewOf } from './view.js'

export interface QualityProps {
  readonly page: PageView
  readonly report: LedgerReport
  /** The same over the period before; null when nothing is compared. */
  readonly before: LedgerReport | null
  /** What is known of the event that the address names; null when it names none. */
  readonly lookedUp: LookedUp | null
}

/** What became of every event: how many were taken in, how many were not, and why. */
export function Quality({ page, report, before, lookedUp }: QualityProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.quality
  const isFiltered = FILTERS.some((filter) => page.address[filter])
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={report.synthetic}
        isImported={report.imported}
        view={view}
      />
      {isFiltered && <p className="ht-behind">{words.notFiltered}</p>}
      <OutcomeFigures report={report} before={before} view={view} />
      <SumOfOutcomes totals={report.totals} view={view} />
      <BesideTheSum report={report} before={before} view={view} />
      <UnacceptedPanel report={report} view={view} />
      <Reasons report={report} view={view} />
      <p className="ht-more">
        <a href={page.hrefs.to('jobs', page.address)}>{words.recount}</a>
      </p>
      <EventLookUp lookedUp={lookedUp} view={view} />
    </Shell>
  )
}
