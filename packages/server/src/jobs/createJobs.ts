import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { After } from '../live/liveFeed.js'
import type { Store } from '../store/store.js'
import type { Job, JobKind, JobOfKind } from './job.js'
import * as files from './jobFolder.js'
import { newJob } from './newJob.js'
import { freeBytesOf, isFull } from './room.js'
import { runJob } from './runJob.js'
import { sweep } from './sweep.js'
import { isRunning, tellJob, tellJobs } from './tellJob.js'

const SWEEP_MS = 60_000

export interface JobsOptions {
  readonly store: Store
  readonly now: () => number
  readonly after: After
  readonly whenEnding: (end: () => void) => () => void
  readonly log: (line: string) => void
  readonly freeBytes?: (folder: string) => Promise<number>
}

/** What a job is started with. */
export type JobOrder = { [Kind in JobKind]: Pick<JobOfKind<Kind>, 'kind' | 'site' | 'by' | 'asked'> }[JobKind]

export type JobAddress = Pick<Job, 'kind' | 'nr' | 'site'>

/** What became of an order. `busy`: another one of its kind runs. */
export type Started = Job | 'busy'

/** The jobs of a store, whichever of its processes runs them: at most one of a kind at a time. */
export interface Jobs {
  /** Looks, once, whether earlier processes left something that has to go. */
  wake(): void
  /** `draft`: the folder with the file that it is about. It is the job's from then on, or gone. */
  start(order: JobOrder, draft?: string): Promise<Started>
  /** A folder for a file that comes. null where there is no room for so many bytes. */
  draft(bytes: number): Promise<string | null>
  /** The latest first. */
  list(of: Omit<JobAddress, 'nr'>): Promise<Job[]>
  /** null where the site has none of the number. */
  find(of: JobAddress): Promise<Job | null>
  /** It ends within a second or so. */
  cancel(of: JobAddress): Promise<void>
  /** Asks the same as an ended job, and goes on from where it was interrupted where that can be. */
  again(of: JobAddress, by: string): Promise<Started | 'gone'>
  /** What an export wrote; null when it is gone. */
  openFile(of: JobAddress): Promise<FileHandle | null>
}

export function createJobs({ store, now, after, whenEnding, log, freeBytes = freeBytesOf }: JobsOptions): Jobs {
  const at = store.folder
  let isWaiting = false
  let isAwake = false

  async function swept(): Promise<void> {
    const isLeft = await sweep(at, { now: now(), freeBytes }).catch(() => true)
    if (!isLeft || isWaiting) return
    isWaiting = true
    after(SWEEP_MS, () => {
      isWaiting = false
      void swept()
    })
  }

  async function latest(kind: JobKind): Promise<{ nr: number; runs: boolean }> {
    const nr = (await files.numbersOf(at, kind)).at(-1) ?? 0
    const kept = nr === 0 ? null : await files.readJob(at, kind, nr)
    return { nr, runs: kept !== null && isRunning(kept, now()) }
  }

  /** Of processes that begin at once one is first to take a number; the others look again. */
  async function claimed(order: JobOrder, draft: string): Promise<files.KeptJob | null> {
    for (;;) {
      const { nr, runs } = await latest(order.kind)
      if (runs) return null
      const kept = newJob(order, nr + 1, now())
      if (await files.claim(draft, at, kept)) return kept
    }
  }

  function run(kept: files.KeptJob): void {
    const folder = files.folderOf(at, kept.job.kind, kept.job.nr)
    void runJob(kept, { store, folder, now, after, whenEnding, freeBytes, log })
      .catch((error: Error) => log(`[helptally] What came of a job could not be told (${error.message}).`))
      .then(swept)
  }

  async function begin(order: JobOrder, draft: string, prepare: Prepare = async () => undefined): Promise<Started> {
    const kept = await claimed(order, draft)
    if (!kept) {
      await rm(draft, { recursive: true, force: true })
      return 'busy'
    }
    await prepare(files.folderOf(at, kept.job.kind, kept.job.nr))
    run(kept)
    return kept.job
  }

  const find: Jobs['find'] = (of) => tellJob(at, of, now())

  return {
    wake() {
      if (isAwake) return
      isAwake = true
      void swept()
    },
    async start(order, draft) {
      await swept()
      return begin(order, draft ?? (await files.makeDraft(at)))
    },
    async draft(bytes) {
      const draft = await files.makeDraft(at)
      if (!(await isFull(draft, freeBytes, bytes))) return draft
      await rm(draft, { recursive: true, force: true })
      await swept()
      return null
    },
    async list(of) {
      await swept()
      return tellJobs(at, of, now())
    },
    find,
    async cancel(of) {
      if ((await find(of))?.state === 'running') await files.askToCancel(files.folderOf(at, of.kind, of.nr))
    },
    async again(of, by) {
      const job = await find(of)
      if (!job) return 'gone'
      if (job.state === 'running') return 'busy'
      if (job.kind === 'import' && !job.can_resume) return 'gone'
      const from = files.folderOf(at, of.kind, of.nr)
      return begin({ ...job, by }, await files.makeDraft(at), async (to) => {
        for (const name of job.can_resume ? [files.FILE, files.CHECKPOINT] : [])
          await rename(join(from, name), join(to, name)).catch(() => undefined)
      })
    },
    async openFile(of) {
      if (!(await find(of))?.file_until) return null
      return open(join(files.folderOf(at, of.kind, of.nr), files.FILE)).catch(() => null)
    },
  }
}

/** Brings into the folder of a job what it goes on with. */
type Prepare = (to: string) => Promise<unknown>
