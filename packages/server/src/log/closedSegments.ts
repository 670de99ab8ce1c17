import { readdir, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CLOSED, closedName, DAMAGED, parseOpenName, type SegmentName } from './segmentName.js'

/**
 * An open segment untouched for this long is taken over even when its pid seems alive: the pid may be another program's
 * by now, or live in another container. Should its writer live after all, it notices and writes elsewhere
 * (`SegmentFile.isInPlace`).
 */
export const UNTOUCHED_MS = 60_000

/**
 * Names of the segments that nobody writes to, oldest first; those of dead processes are closed on the way.
 * `isHere` knows the boots of the logs that live and close their segments themselves.
 */
export async function closedSegments(folder: string, isHere: (boot: string) => boolean): Promise<string[]> {
  for (const file of await list(folder)) {
    const name = parseOpenName(file)
    if (!name || isHere(name.boot) || !(await isAbandoned(join(folder, file), name))) continue
    await rename(join(folder, file), join(folder, closedName(file))).catch(() => undefined)
  }
  return (await list(folder)).filter((file) => file.endsWith(CLOSED)).sort()
}

/** The names of the segments that are open, by whomever. */
export async function openSegments(folder: string): Promise<SegmentName[]> {
  return (await list(folder)).map(parseOpenName).filter((name) => name !== null)
}

/** The files with lines that could not be read. */
export async function damagedSegments(folder: string): Promise<string[]> {
  return (await list(folder)).filter((file) => file.endsWith(DAMAGED)).sort()
}

/** Whether the process that made a file of the log is gone. */
export async function isAbandoned(path: string, { pid }: SegmentName): Promise<boolean> {
  return !isAlive(pid) || (await untouchedMs(path)) > UNTOUCHED_MS
}

/** Another process of that pid, as far as this one can see. */
export function isAlive(pid: number): boolean {
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
