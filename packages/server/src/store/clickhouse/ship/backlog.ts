import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CLOSED, OPEN } from '../../../log/segmentName.js'
import { StoreUnavailable } from '../../../storeUnavailable.js'

/** What may wait in the log for a cluster that does not take it, bytes. */
export const MAX_WAITING_BYTES: number = 1024 * 1024 * 1024

/** How often a full log is looked at again. */
const LOOK_AGAIN_MS = 1_000

export interface Waiting {
  readonly bytes: number
  /** When the oldest of it was written to last, epoch ms; null when nothing waits. */
  readonly since: number | null
}

/** What lies in the log of all processes that share its folder. */
export async function waitingIn(folder: string): Promise<Waiting> {
  const files = await readdir(folder).catch(() => [])
  const found = await Promise.all(
    files
      .filter((file) => file.endsWith(OPEN) || file.endsWith(CLOSED))
      // What was shipped meanwhile is gone.
      .map((file) => stat(join(folder, file)).catch(() => null)),
  )
  const segments = found.filter((segment) => segment !== null && segment.size > 0) as {
    size: number
    mtimeMs: number
  }[]
  if (segments.length === 0) return { bytes: 0, since: null }
  return {
    bytes: segments.reduce((sum, { size }) => sum + size, 0),
    since: Math.min(...segments.map(({ mtimeMs }) => mtimeMs)),
  }
}

export interface Backlog {
  /** Throws `StoreUnavailable` where so much more would be more than may wait. */
  mustHaveRoom(bytes: number): Promise<void>
  /** Looks again before the next append: something was shipped. */
  changed(): void
}

/** Looks at the disk now and then, and counts in between what this process appends. */
export function createBacklog(folder: string, most: number, name: string, now: () => number): Backlog {
  let known: number | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  return {
    async mustHaveRoom(bytes) {
      if (known === null || (known + bytes > most && now() - lookedAt >= LOOK_AGAIN_MS)) {
        lookedAt = now()
        known = (await waitingIn(folder)).bytes
      }
      if (known + bytes > most) throw isFull(folder, most, name)
      known += bytes
    },
    changed() {
      known = null
    },
  }
}

const isFull = (folder: string, most: number, name: string): StoreUnavailable =>
  new StoreUnavailable(
    `[helptally] ${inMebibytes(most)} of events wait in ${folder} for ${name}, which does not take them: no more are ` +
      'taken before it does, and pages send them again. Expected a cluster that answers: `helptally health` says what is wrong.',
  )

/** For people; '' when next to nothing waits. */
export function inWords({ bytes, since }: Waiting): string {
  return since === null ? '' : `${inMebibytes(bytes)} of events wait in the log since ${new Date(since).toISOString()}.`
}

const inMebibytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MiB`
