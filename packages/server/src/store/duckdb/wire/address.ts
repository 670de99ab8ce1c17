import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** macOS gives a socket's path 104 bytes with the closing zero, Linux 108. */
const MAX_PATH_BYTES = 103

/**
 * Where the owner of a store listens: a socket in a folder of its own, which only its user may enter. Where the path
 * is longer than a socket's may be, in the system's folder for temporary files, under a name made from the path.
 */
export function addressOf(folder: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return `\\\\.\\pipe\\helptally-${digest(folder)}`
  const path = join(folder, 'owner', 'socket')
  if (Buffer.byteLength(path) <= MAX_PATH_BYTES) return path
  return join(tmpdir(), `helptally-${process.getuid!()}-${digest(folder)}`, 'socket')
}

const digest = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 20)
