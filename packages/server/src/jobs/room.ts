import { statfs } from 'node:fs/promises'

/** Room that is left to the events, which are worth more than any job. */
export const LEAST_FREE_BYTES = 268_435_456

export const NO_ROOM =
  'The disk of the store is nearly full, and what is left of it is for the events. Make room, and start again.'

/** What a process of this user may still write to the disk of a folder. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Whether there is no room for jobs, or for so many more bytes. A disk that does not say how full it is counts as empty. */
export async function isFull(
  folder: string,
  freeBytes: (folder: string) => Promise<number>,
  moreBytes = 0,
): Promise<boolean> {
  const free = await freeBytes(folder).catch(() => Number.POSITIVE_INFINITY)
  return free - moreBytes < LEAST_FREE_BYTES
}
