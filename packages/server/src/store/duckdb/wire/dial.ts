import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection to whoever listens at the address; null when nobody does. */
export async function dial(address: string): Promise<Socket | null> {
  const socket = connect(address)
  try {
    await once(socket, 'connect')
    return socket
  } catch {
    socket.destroy()
    return null
  }
}
