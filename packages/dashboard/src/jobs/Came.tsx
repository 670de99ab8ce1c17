import type { Job } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { ExportCame } from './ExportCame.js'
import { ImportCame } from './ImportCame.js'
import { RecountCame } from './RecountCame.js'

/** What came of a job that has ended: its result, or why there is none and what to do next. */
export function Came({ job, view }: { job: Job; view: View }): ReactElement | null {
  if (job.state === 'running') return null
  if (job.state === 'done') return <Result job={job} view={view} />
  const words = view.words.on.jobs
  return (
    <>
      <p>{words.came[job.kind][job.state]}</p>
      {job.reason && job.state !== 'interrupted' && (
        <figure>
          <figcaption className="ht-quiet">{words.detail}</figcaption>
          <pre lang="en">{job.reason}</pre>
        </figure>
      )}
    </>
  )
}

function Result({ job, view }: { job: Job; view: View }): ReactElement | null {
  if (job.kind === 'export') return <ExportCame job={job} view={view} />
  if (job.kind === 'import') return job.result && <ImportCame result={job.result} view={view} />
  return job.result && <RecountCame result={job.result} view={view} />
}
