import type { JobProgress } from '@helptally/server/reports'
import type { View } from '../view.js'
import { sizeText } from './sizeText.js'

/** `1,200 of 40,000 rows` */
export function progressText({ done, of, unit }: JobProgress, view: View): string {
  const write = (n: number) => (unit === 'bytes' ? sizeText(n, view) : view.format.count(n))
  return view.words.on.jobs.progress[unit](write(done), write(Math.max(done, of ?? 0)))
}
