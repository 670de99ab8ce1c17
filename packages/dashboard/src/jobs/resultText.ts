import type { Job } from '@helptally/server/reports'
import type { View } from '../view.js'
import { sizeText } from './sizeText.js'

/** What came of a job, in a line; a dash for nothing. */
export function resultText(job: Job, view: View): string {
  const words = view.words.on.jobs
  const { count } = view.format
  if (job.result === null) return '—'
  if (job.kind === 'export') {
    return words.exported[job.asked.what](count(job.result.rows), sizeText(job.result.bytes, view))
  }
  if (job.kind === 'import') return words.ofImport.imported(count(job.result.taken), count(job.result.lines))
  const { is_equal, claimed, found, events } = job.result
  return is_equal
    ? words.ofRecount.equal(count(found), count(events))
    : words.ofRecount.differ(count(claimed), count(found))
}
