import type { After } from '../live/liveFeed.js'
import type { Store } from '../store/store.js'
import type { Job, JobProgress } from './job.js'
import { CHECKPOINT, cancelAsked, clear, FILE, type KeptJob, writeJob } from './jobFolder.js'
import { work } from './kinds/index.js'
import { isFull, NO_ROOM } from './room.js'
import { SILENT_MS } from './runner.js'
import { PROCESS_ENDED } from './tellJob.js'
import { untilAborted } from './untilAborted.js'

/** How often a job says how far it has come, and looks whether it is to stop. */
export const BEAT_MS = 300

export interface RunJobOptions {
  readonly store: Store
  /** Of the job. */
  readonly folder: string
  /** Epoch ms. */
  readonly now: () => number
  readonly after: After
  /** Calls its argument when the process is to end. Answers how to stop. */
  readonly whenEnding: (end: () => void) => () => void
  /** Bytes that are free where the store lies. */
  readonly freeBytes: (folder: string) => Promise<number>
  /** Takes one line for each fault that no caller sees. */
  readonly log: (line: string) => void
}

/** What a job ends as when it is not done. */
class Stopped extends Error {
  readonly state: 'cancelled' | 'failed' | 'interrupted'
  constructor(state: Stopped['state'], reason: string) {
    super(reason)
    this.state = state
  }
}

/** Does the work of a job that was claimed, tells how far it has come, and resolves when it has ended, however it does. */
export async function runJob(claimed: KeptJob, options: RunJobOptions): Promise<void> {
  const { store, folder, now, after, whenEnding, freeBytes, log } = options
  const stop = new AbortController()
  let kept = claimed
  let cancelBeat = (): void => undefined
  let beating = Promise.resolve()
  let isOver = false

  function tell(progress: JobProgress): void {
    const begun =
      kept.begun && kept.job.progress.unit === progress.unit ? kept.begun : { at: now(), done: progress.done }
    kept = { ...kept, begun, job: { ...kept.job, progress } }
  }

  async function beat(): Promise<void> {
    const asked = await cancelAsked(folder)
    if (asked !== null) stop.abort(new Stopped('cancelled', asked))
    // It was stopped itself, and others took it for dead: another may run by now.
    if (now() - kept.seenAt > SILENT_MS) stop.abort(new Stopped('interrupted', PROCESS_ENDED))
    if (await isFull(folder, freeBytes)) stop.abort(new Stopped('failed', NO_ROOM))
    kept = { ...kept, seenAt: now() }
    await writeJob(folder, kept)
  }
  function beatSoon(): void {
    cancelBeat = after(BEAT_MS, () => {
      beating = beat()
        .catch((error: Error) => log(`[helptally] How far a job has come could not be told (${error.message}).`))
        .then(() => {
          if (!isOver) beatSoon()
        })
    })
  }

  const forget = whenEnding(() => stop.abort(new Stopped('interrupted', PROCESS_ENDED)))
  beatSoon()
  const worked = await settled(
    work(kept.job, { store: untilAborted(store, stop.signal), folder, now: now(), signal: stop.signal, tell }),
    stop.signal,
  )
  isOver = true
  forget()
  cancelBeat()
  await beating
  const ended = await lastWord(folder, kept.job, worked)
  await clear(folder, ended.state === 'interrupted' ? [FILE, CHECKPOINT] : staysOf(ended.state, kept.job))
  const endedAt = now()
  const job = { ...kept.job, ...ended, ended_at: new Date(endedAt).toISOString() } as Job
  await writeJob(folder, { ...kept, seenAt: endedAt, job })
}

type Ended = Pick<Job, 'state' | 'reason' | 'result'>

/** Who cancels an export wants no file: a visitor may be in it who was erased meanwhile. */
async function lastWord(folder: string, { kind }: Job, ended: Ended): Promise<Ended> {
  const asked = kind === 'export' && ended.state === 'done' ? await cancelAsked(folder) : null
  return asked === null ? ended : { state: 'cancelled', reason: asked || null, result: null }
}

/** An upload has addresses in it: it goes as soon as it is read. */
const staysOf = (state: Job['state'], { kind }: Job): readonly string[] =>
  state === 'done' && kind === 'export' ? [FILE] : []

async function settled(working: Promise<Job['result']>, signal: AbortSignal): Promise<Ended> {
  try {
    return { state: 'done', reason: null, result: await working }
  } catch (error) {
    const cause = signal.reason instanceof Stopped ? signal.reason : error
    const reason = (cause instanceof Error ? cause.message : String(cause)) || null
    return { state: cause instanceof Stopped ? cause.state : 'failed', reason, result: null }
  }
}
