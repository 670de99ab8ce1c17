import { open } from 'node:fs/promises'

const CHUNK_BYTES = 64 * 1024
const NEWLINE = 10

/**
 * A process killed in the middle of a write leaves half a line at the end of its segment. It was never acknowledged:
 * the file is cut back to its last whole line.
 */
export async function cutTornLine(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    const { size } = await handle.stat()
    const end = await endOfLastLine((bytes, at) => handle.read(bytes, 0, bytes.length, at), size)
    if (end === size) return
    await handle.truncate(end)
    await handle.datasync()
  } finally {
    await handle.close()
  }
}

async function endOfLastLine(
  read: (bytes: Uint8Array, at: number) => Promise<{ bytesRead: number }>,
  size: number,
): Promise<number> {
  for (let end = size; end > 0; end -= CHUNK_BYTES) {
    const start = Math.max(0, end - CHUNK_BYTES)
    const bytes = new Uint8Array(end - start)
    const { bytesRead } = await read(bytes, start)
    const newline = bytes.subarray(0, bytesRead).lastIndexOf(NEWLINE)
    if (newline >= 0) return start + newline + 1
  }
  return 0
}
