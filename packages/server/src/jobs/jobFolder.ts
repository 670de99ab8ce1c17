import { randomUUID } from 'node:crypto'
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../makeFolder.js'
import { JOB_KINDS, type Job, type JobKind } from './job.js'

/** What is kept of a job: `job.json` in a folder of its own, which only the process that runs it writes. */
export interface KeptJob {
  readonly job: Job
  readonly runner: Runner
  /** When its process last said that it works, epoch ms. */
  readonly seenAt: number
  /** Where it began to count, for the estimate; null before. */
  readonly begun: { readonly at: number; readonly done: number } | null
}

/** A process, so that another one knows whether it lives. */
export interface Runner {
  readonly pid: number
  readonly host: string
  /** Made anew for each process: a pid comes again. */
  readonly boot: string
}

/** How long the file of a job is kept after it has ended. */
export const KEEP_FILE_MS: number = 24 * 60 * 60_000

/** The files in the folder of a job beside `job.json`. No name of them comes from outside. */
export const FILE = 'file'
export const CHECKPOINT = 'checkpoint'
const STATE = 'job.json'
const CANCEL = 'cancel'
const DRAFT = 'new-'
const NAME = /^([a-z]+)-([1-9]\d{0,8})$/
const PRIVATE_FILE = 0o600

export const jobsFolder = (store: string): string => join(store, 'jobs')
export const folderOf = (store: string, kind: JobKind, nr: number): string => join(jobsFolder(store), `${kind}-${nr}`)

/** The numbers of all jobs of a kind, in order. */
export async function numbersOf(store: string, kind: JobKind): Promise<number[]> {
  const names = await namesIn(jobsFolder(store))
  return names
    .map((name) => NAME.exec(name))
    .filter((match) => match?.[1] === kind)
    .map((match) => Number(match![2]))
    .sort((a, b) => a - b)
}

/** null where there is none. */
export async function readJob(store: string, kind: JobKind, nr: number): Promise<KeptJob | null> {
  const text = await readFile(join(folderOf(store, kind, nr), STATE), 'utf8').catch(() => null)
  try {
    return text === null ? null : (JSON.parse(text) as KeptJob)
  } catch {
    return null
  }
}

/** Takes the place of what was kept. */
export async function writeJob(folder: string, kept: KeptJob): Promise<void> {
  const path = join(folder, STATE)
  await writeFile(`${path}.part`, JSON.stringify(kept), { mode: PRIVATE_FILE })
  await rename(`${path}.part`, path)
}

/** A folder for what is not a job yet. */
export async function makeDraft(store: string): Promise<string> {
  const draft = join(jobsFolder(store), `${DRAFT}${randomUUID()}`)
  await makeFolder(draft)
  return draft
}

export async function drafts(store: string): Promise<string[]> {
  const names = await namesIn(jobsFolder(store))
  return names.filter((name) => name.startsWith(DRAFT)).map((name) => join(jobsFolder(store), name))
}

/** Makes a job of a draft, unless another process was first to take its number: one renaming decides. */
export async function claim(draft: string, store: string, kept: KeptJob): Promise<string | null> {
  const { kind, nr } = kept.job
  const folder = folderOf(store, kind, nr)
  await writeJob(draft, kept)
  try {
    await rename(draft, folder)
    return folder
  } catch (error) {
    // What is there is never empty.
    if (await isThere(folder)) return null
    throw error
  }
}

/** Asks whoever runs it to stop. `reason`: what nobody asked for needs one. */
export const askToCancel = (folder: string, reason = ''): Promise<void> =>
  writeFile(join(folder, CANCEL), reason, { mode: PRIVATE_FILE })

/** Why it is to stop, '' where somebody wants it; null when it is not. */
export const cancelAsked = (folder: string): Promise<string | null> =>
  readFile(join(folder, CANCEL), 'utf8').catch(() => null)

export const hasFile = (folder: string): Promise<boolean> => isThere(join(folder, FILE))
export const hasCheckpoint = (folder: string): Promise<boolean> => isThere(join(folder, CHECKPOINT))

/** Removes all but what is said of the job, and what is to stay. Resolves to whether anything went. */
export async function clear(folder: string, stays: readonly string[] = []): Promise<boolean> {
  const gone = (await namesIn(folder)).filter((name) => !name.startsWith(STATE) && !stays.includes(name))
  for (const name of gone) await rm(join(folder, name), { force: true })
  return gone.length > 0
}

/** Everything of every job of a store. */
export async function allJobs(store: string): Promise<{ kind: JobKind; nr: number }[]> {
  const found = await Promise.all(
    JOB_KINDS.map(async (kind) => (await numbersOf(store, kind)).map((nr) => ({ kind, nr }))),
  )
  return found.flat()
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
