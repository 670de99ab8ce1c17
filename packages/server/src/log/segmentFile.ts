import { constants, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** One open segment on disk. */
export interface SegmentFile {
  /** Appends all of the bytes, or throws. Where the system can, they are durable by then. */
  write(bytes: Uint8Array): Promise<void>
  /** Resolves when what was written survives a power cut. */
  sync(): Promise<void>
  /** False when another process took it for abandoned: what was written since may never be read. */
  isInPlace(): Promise<boolean>
  close(): Promise<void>
}

export type OpenSegment = (path: string) => Promise<SegmentFile>

/**
 * Under load the answer to a call of the system waits for its turn behind all requests that came meanwhile. So one
 * call writes and syncs; elsewhere the flag is unknown, or leaves the bytes in the disk's own cache.
 */
const WRITES_SYNCED = process.platform === 'linux'

const { O_APPEND, O_CREAT, O_DSYNC, O_EXCL, O_WRONLY } = constants
const APPEND_TO_NEW = WRITES_SYNCED ? O_APPEND | O_CREAT | O_EXCL | O_WRONLY | O_DSYNC : 'ax'

/** Creates the file; throws when it exists. */
export const openSegmentFile: OpenSegment = async (path) => {
  const handle = await open(path, APPEND_TO_NEW)
  const ino = await syncFolder(dirname(path))
    .then(() => handle.stat({ bigint: true }))
    .then((found) => found.ino)
    .catch(async (error: unknown) => {
      await handle.close()
      throw error
    })
  return {
    async write(bytes) {
      for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten
    },
    sync: async () => {
      if (!WRITES_SYNCED) await handle.datasync()
    },
    // Not aside: the system knows the name by heart, and its answer would wait for a turn, too.
    isInPlace: async () => statSync(path, { bigint: true, throwIfNoEntry: false })?.ino === ino,
    close: () => handle.close(),
  }
}

/** Makes a file's content durable. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

/** Makes created, renamed and removed names durable. Windows has no such call, and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
