import type { Job } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { Came } from './Came.js'
import { JobForm } from './JobForm.js'
import { Running } from './Running.js'
import { What } from './What.js'

interface Props {
  readonly job: Job
  /** Whether whoever looks may cancel it, and start it again. */
  readonly mayChange: boolean
  readonly view: View
}

/** The latest job: how far it has come, or what came of it, and what can be done. */
export function JobNow({ job, mayChange, view }: Props): ReactElement {
  const words = view.words.on.jobs
  const { kind, nr, state, started_at, ended_at, by, is_cancelling } = job
  return (
    <div className="ht-job" data-state={state}>
      <p className="ht-job-head" role="status">
        <strong>{words.nth[kind](view.format.count(nr))}</strong>
        <span className={`ht-job-state ht-job-${state}`}>
          {is_cancelling ? words.cancelling : words.state[kind][state]}
        </span>
      </p>
      <p className="ht-quiet">
        <What job={job} view={view} />. {words.since(view.format.dayAndTime(started_at))}
        {by && (
          <>
            , {words.by} <bdi>{by}</bdi>
          </>
        )}
        . {ended_at && words.ended(view.format.dayAndTime(ended_at))}
      </p>
      {state === 'running' ? <Running job={job} view={view} /> : <Came job={job} view={view} />}
      {mayChange && <Acts job={job} view={view} />}
    </div>
  )
}

/** The way to stop it, or to have it once more. */
function Acts({ job, view }: Pick<Props, 'job' | 'view'>): ReactElement | null {
  const words = view.words.on.jobs
  const { kind, nr, state, is_cancelling, can_resume } = job
  if (state === 'running') {
    return (
      <JobForm kind={kind} nr={nr} className="ht-job-acts" view={view}>
        <button type="submit" name="do" value="cancel" className="ht-button" disabled={is_cancelling}>
          {words.cancel}
        </button>
        <span className="ht-quiet">{words.leaves}</span>
      </JobForm>
    )
  }
  // Its file is gone: it has to be sent again.
  if (state === 'done' || (kind === 'import' && !can_resume)) return null
  return (
    <JobForm kind={kind} nr={nr} className="ht-job-acts" view={view}>
      <button type="submit" name="do" value="again" className="ht-button">
        {can_resume ? words.goOn : words.again}
      </button>
      {can_resume && <span className="ht-quiet">{words.resumes}</span>}
    </JobForm>
  )
}
