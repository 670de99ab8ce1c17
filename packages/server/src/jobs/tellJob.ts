import type { Job, JobKind, JobOfKind } from './job.js'
import {
  cancelAsked,
  folderOf,
  hasCheckpoint,
  hasFile,
  KEEP_FILE_MS,
  type KeptJob,
  numbersOf,
  readJob,
} from './jobFolder.js'
import { isLost } from './runner.js'

/** Why a job is interrupted. */
export const PROCESS_ENDED = 'The process that ran it has ended before it was done.'

/** The estimate is nonsense before. */
const ESTIMATE_FROM_MS = 1_000

/** A job as it is now, whoever runs it; null when this site has none of the number. */
export async function tellJob<Kind extends JobKind>(
  store: string,
  { kind, nr, site }: { readonly kind: Kind; readonly nr: number; readonly site: string },
  now: number,
): Promise<JobOfKind<Kind> | null> {
  const kept = await readJob(store, kind, nr)
  if (!kept || kept.job.site !== site) return null
  return (await told(store, kept, now)) as JobOfKind<Kind>
}

/** The latest jobs of a kind, the latest first. */
export async function tellJobs<Kind extends JobKind>(
  store: string,
  { kind, site }: { readonly kind: Kind; readonly site: string },
  now: number,
): Promise<JobOfKind<Kind>[]> {
  const numbers = await numbersOf(store, kind)
  const found = await Promise.all(numbers.reverse().map((nr) => tellJob(store, { kind, nr, site }, now)))
  return found.filter((job) => job !== null)
}

/** Whether a job goes on. */
export const isRunning = (kept: KeptJob, now: number): boolean => kept.job.state === 'running' && !isLost(kept, now)

async function told(store: string, kept: KeptJob, now: number): Promise<Job> {
  const { job, seenAt } = kept
  const folder = folderOf(store, job.kind, job.nr)
  const runs = isRunning(kept, now)
  const isDropped = job.state === 'running' && !runs
  const so: Pick<Job, 'state' | 'ended_at' | 'reason'> = isDropped
    ? { state: 'interrupted', ended_at: new Date(seenAt).toISOString(), reason: PROCESS_ENDED }
    : job
  const isInterrupted = so.state === 'interrupted'
  return {
    ...job,
    ...{ state: so.state, ended_at: so.ended_at, reason: so.reason },
    left_ms: runs ? leftOf(kept) : null,
    is_cancelling: runs && (await cancelAsked(folder)) !== null,
    file_until: (await hasFileToGive(folder, job.kind, so.state))
      ? new Date(seenAt + KEEP_FILE_MS).toISOString()
      : null,
    can_resume: isInterrupted && (await canResume(folder, job.kind)),
  }
}

const hasFileToGive = async (folder: string, kind: JobKind, state: Job['state']): Promise<boolean> =>
  ((kind === 'export' && state === 'done') || (kind === 'import' && state === 'interrupted')) && hasFile(folder)

async function canResume(folder: string, kind: JobKind): Promise<boolean> {
  if (kind === 'export') return false
  return kind === 'recount' ? hasCheckpoint(folder) : hasFile(folder)
}

function leftOf({ job, begun, seenAt }: KeptJob): number | null {
  const { done, of } = job.progress
  if (!begun || of === null || done <= begun.done || seenAt - begun.at < ESTIMATE_FROM_MS) return null
  return Math.round(((seenAt - begun.at) * Math.max(0, of - done)) / (done - begun.done))
}
