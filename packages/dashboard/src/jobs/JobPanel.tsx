import type { Job, JobKind } from '@helptally/server/reports'
import type { ReactElement, ReactNode } from 'react'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { EarlierJobs } from './EarlierJobs.js'
import { JobNow } from './JobNow.js'

interface Props {
  readonly kind: JobKind
  /** The latest first; null for those who may not see them. */
  readonly jobs: readonly Job[] | null
  readonly mayStart: boolean
  /** The form that starts one. */
  readonly children: ReactNode
  readonly view: View
}

/** Everything about one kind of job: what it is for, the way to start one, the latest, and those before. */
export function JobPanel({ kind, jobs, mayStart, children, view }: Props): ReactElement {
  const words = view.words.on.jobs
  const [latest, ...earlier] = jobs ?? []
  return (
    <Panel id={`ht-${kind}`} title={words.name[kind]} view={view}>
      <p className="ht-quiet">{words.about[kind]}</p>
      {mayStart ? latest?.state !== 'running' && children : <p className="ht-note">{words.onlyFor[kind]}</p>}
      {latest && <JobNow job={latest} mayChange={mayStart} view={view} />}
      {jobs?.length === 0 && <p className="ht-note">{words.none[kind]}</p>}
      {earlier.length > 0 && <EarlierJobs kind={kind} jobs={earlier} view={view} />}
    </Panel>
  )
}
