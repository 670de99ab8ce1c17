import type { JobOrder } from './createJobs.js'
import type { Job } from './job.js'
import type { KeptJob } from './jobFolder.js'
import { thisRunner } from './runner.js'

/** A job that begins now (epoch ms), in this process. */
export function newJob({ kind, site, by, asked }: JobOrder, nr: number, now: number): KeptJob {
  const job = {
    ...{ kind, nr, site, by, asked, state: 'running', started_at: new Date(now).toISOString(), ended_at: null },
    ...{ progress: { done: 0, of: null, unit: UNITS[kind] }, left_ms: null, is_cancelling: false, reason: null },
    ...{ result: null, file_until: null, can_resume: false },
  } as Job
  return { job, runner: thisRunner(), seenAt: now, begun: null }
}

const UNITS = { export: 'rows', import: 'bytes', recount: 'events' } as const
