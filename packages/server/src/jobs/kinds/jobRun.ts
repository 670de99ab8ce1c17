import type { Store } from '../../store/store.js'
import type { JobProgress } from '../job.js'

/** What the work of a job is given. */
export interface JobRun<Asked> {
  readonly asked: Asked
  readonly site: string
  readonly store: Store
  /** Its own, for its files. */
  readonly folder: string
  /** When it began, epoch ms. */
  readonly now: number
  /** Work ends soon after, rejects with its reason, and leaves no half file behind. */
  readonly signal: AbortSignal
  readonly tell: (progress: JobProgress) => void
}

/** The work of one kind of job. Resolves to its result. */
export type JobWork<Asked, Result> = (run: JobRun<Asked>) => Promise<Result>
