import type { ExportJob, ImportJob, RecountJob } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { FILTERS } from './address.js'
import { ExportForm } from './jobs/ExportForm.js'
import { ImportForm, type Importing } from './jobs/ImportForm.js'
import { JobPanel } from './jobs/JobPanel.js'
import { LookAgain, type Looking } from './jobs/LookAgain.js'
import { NotStarted } from './jobs/NotStarted.js'
import { RecountForm } from './jobs/RecountForm.js'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { type PageView, viewOf } from './view.js'

export interface JobsProps {
  readonly page: PageView
  /** Of each kind, the latest first; null where whoever looks may not see them. */
  readonly jobs: {
    readonly export: readonly ExportJob[] | null
    readonly import: readonly ImportJob[] | null
    readonly recount: readonly RecountJob[]
  }
  readonly importing: Importing
  /** Draws the page anew now and then. Without it, the browser does, or whoever looks. */
  readonly looking?: Looking
}

/** Long work: to start it, to see how far it has come, to cancel it, and what came of it. */
export function Jobs({ page, jobs, importing, looking }: JobsProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.jobs
  const isFiltered = FILTERS.some((filter) => page.address[filter])
  const all = [...(jobs.export ?? []), ...(jobs.import ?? []), ...jobs.recount]
  return (
    <Shell view={view}>
      <PageHeader title={words.title} lead={words.lead} isSynthetic={false} of="now" view={view} />
      {isFiltered && <p className="ht-behind">{words.notFiltered}</p>}
      <NotStarted view={view} />
      {all.some(({ state }) => state === 'running') && <LookAgain looking={looking} />}
      <JobPanel kind="export" jobs={jobs.export} mayStart={view.isAdmin} view={view}>
        <ExportForm view={view} />
      </JobPanel>
      <JobPanel kind="import" jobs={jobs.import} mayStart={view.isAdmin} view={view}>
        <ImportForm {...importing} view={view} />
      </JobPanel>
      <JobPanel kind="recount" jobs={jobs.recount} mayStart={view.mayEdit} view={view}>
        <RecountForm view={view} />
      </JobPanel>
    </Shell>
  )
}
