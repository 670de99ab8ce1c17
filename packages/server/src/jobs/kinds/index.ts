import type { ExportJob, ImportJob, Job, RecountJob } from '../job.js'
import { exportWork } from './exportWork.js'
import { importWork } from './importWork.js'
import type { JobRun, JobWork } from './jobRun.js'
import { recountWork } from './recountWork.js'

const works: {
  readonly export: JobWork<ExportJob['asked'], ExportJob['result']>
  readonly import: JobWork<ImportJob['asked'], ImportJob['result']>
  readonly recount: JobWork<RecountJob['asked'], RecountJob['result']>
} = { export: exportWork, import: importWork, recount: recountWork }

/** Does what a job is for. */
export function work({ kind, asked, site }: Job, run: Omit<JobRun<never>, 'asked' | 'site'>): Promise<Job['result']> {
  return (works[kind] as JobWork<Job['asked'], Job['result']>)({ ...run, asked, site })
}
