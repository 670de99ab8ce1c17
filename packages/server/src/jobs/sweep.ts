import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobKind } from './job.js'
import {
  allJobs,
  CHECKPOINT,
  clear,
  drafts,
  FILE,
  folderOf,
  jobsFolder,
  KEEP_FILE_MS,
  numbersOf,
  readJob,
} from './jobFolder.js'
import { isFull } from './room.js'
import { isRunning } from './tellJob.js'

const DAY_MS = 24 * 60 * 60_000
/** How long it is said what a job came to; the latest of its kind stays. */
const KEEP_JOB_MS = 30 * DAY_MS
const MOST_JOBS_KEPT = 20
/** Nobody sends a file so slowly. */
const DRAFT_MS = 60 * 60_000

interface SweepOptions {
  readonly now: number
  readonly freeBytes: (folder: string) => Promise<number>
}

/**
 * Removes what was kept long enough, what dead processes left half done, and all files of ended jobs where the disk gets
 * full. Resolves to whether there are files that have to go later.
 */
export async function sweep(store: string, { now, freeBytes }: SweepOptions): Promise<boolean> {
  const full = await isFull(jobsFolder(store), freeBytes)
  let isLeft = false
  for (const { kind, nr } of await allJobs(store)) {
    const folder = folderOf(store, kind, nr)
    const kept = await readJob(store, kind, nr)
    if (kept && isRunning(kept, now)) isLeft = true
    else if (await isOld(store, kind, nr, now - (kept?.seenAt ?? 0))) await rm(folder, { recursive: true, force: true })
    else if (kept) {
      const { state } = kept.job
      const goes = full || now - kept.seenAt > KEEP_FILE_MS
      const stays = goes ? [] : state === 'done' ? [FILE] : kind === 'export' ? [] : [FILE, CHECKPOINT]
      await clear(folder, stays)
      if (stays.length > 0) isLeft = true
    }
  }
  for (const draft of await drafts(store)) {
    if (now - (await touchedAt(draft)) > DRAFT_MS) await rm(draft, { recursive: true, force: true })
    else isLeft = true
  }
  return isLeft
}

async function isOld(store: string, kind: JobKind, nr: number, age: number): Promise<boolean> {
  const numbers = await numbersOf(store, kind)
  const later = numbers.filter((other) => other > nr).length
  return later > 0 && (age > KEEP_JOB_MS || later >= MOST_JOBS_KEPT)
}

async function touchedAt(draft: string): Promise<number> {
  const found = await stat(join(draft, FILE)).catch(() => stat(draft).catch(() => null))
  return found?.mtimeMs ?? 0
}
