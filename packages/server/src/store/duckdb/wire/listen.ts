import { rmdirSync } from 'node:fs'
import { chmod, lstat, rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { dirname } from 'node:path'
import { makeFolder, PRIVATE_MODE } from '../../../makeFolder.js'

/**
 * Takes connections at an address. Only the holder of the store's lock may call it: what lies at the address is
 * what a killed owner left behind. Resolves to the way to stop.
 */
export async function listen(address: string, take: (socket: Socket) => void): Promise<() => void> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    take(socket)
  })
  if (process.platform !== 'win32') await clearPlace(address)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Exclusive: in a worker of node:cluster the socket would otherwise belong to the primary, and outlive the owner.
    server.listen({ path: address, exclusive: true }, resolve)
  })
  server.on('error', () => undefined)
  server.unref()
  return () => {
    server.close()
    for (const socket of sockets) socket.destroySoon()
    if (process.platform !== 'win32') removeIfEmpty(dirname(address))
  }
}

/** At once: the next owner makes it anew, and comes as soon as the store's lock is free. */
function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody else's file is in it, or it has gone.
  }
}

async function clearPlace(address: string): Promise<void> {
  const folder = dirname(address)
  await makeFolder(folder, PRIVATE_MODE)
  const found = await lstat(folder)
  // Below a folder for temporary files anybody may have been there first.
  if (!found.isDirectory() || found.uid !== process.getuid!()) {
    throw new Error(`expected ${folder} to be a folder of this user, found another's: remove it`)
  }
  await chmod(folder, PRIVATE_MODE)
  await rm(address, { force: true })
}
