import { readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { SegmentLog } from './segmentLog.js'
import { CLOSED, closedName, parseOpenName } from './segmentName.js'

/**
 * An open segment untouched for this long is taken over even when its pid seems alive: the pid may be another program's
 * by now, or live in another container. Should its writer live after all, it notices and writes elsewhere
 * (`SegmentFile.isInPlace`).
 */
export const UNTOUCHED_MS = 60_000

/** Names of the segments that nobody writes to, oldest first; those of dead processes are closed on the way. */
export async function closedSegments(folder: string, log: SegmentLog): Promise<string[]> {
  for (const file of await list(folder)) {
    if (!(await isAbandoned(folder, file, log))) continue
    await rename(join(folder, file), join(folder, closedName(file))).catch(() => undefined)
  }
  return (await list(folder)).filter((file) => file.endsWith(CLOSED)).sort()
}

async function isAbandoned(folder: string, file: string, log: SegmentLog): Promise<boolean> {
  const name = parseOpenName(file)
  if (!name) return false
  const isWriting = log.isWriting(file)
  if (isWriting !== null) return !isWriting
  return !isAlive(name.pid) || (await untouchedMs(join(folder, file))) > UNTOUCHED_MS
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function untouchedMs(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  return found ? Date.now() - found.mtimeMs : 0
}

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
