import { once } from 'node:events'
import { lstat } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { dirname } from 'node:path'

/** A connection to the process of this user that listens at the address; null when none does. */
export async function dial(address: string): Promise<Socket | null> {
  if (process.platform !== 'win32' && !(await isOurs(dirname(address)))) return null
  const socket = connect(address)
  try {
    await once(socket, 'connect')
    return socket
  } catch {
    socket.destroy()
    return null
  }
}

/** Below a folder for temporary files anybody may have made it, and listen there. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null)
  if (!found?.isDirectory()) return false
  return found.uid === process.getuid!() && (found.mode & 0o077) === 0
}
