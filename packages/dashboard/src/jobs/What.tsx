import type { Job } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { sizeText } from './sizeText.js'

/** What a job is about, in a line. */
export function What({ job, view }: { job: Job; view: View }): ReactElement {
  if (job.kind === 'import') {
    return (
      <>
        <bdi>{job.asked.file}</bdi>, {sizeText(job.asked.bytes, view)}
      </>
    )
  }
  const period = view.format.period(job.asked.from, job.asked.to)
  if (job.kind === 'recount') return <>{period}</>
  return <>{`${view.words.on.jobs.things[job.asked.what]}, ${period}, ${job.asked.format.toUpperCase()}`}</>
}
