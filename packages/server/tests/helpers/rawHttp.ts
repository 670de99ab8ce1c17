import { once } from 'node:events'
import { connect } from 'node:net'
import { afterTest } from './temp.js'

/** A connection of which every byte is known. */
export async function rawHttp(port: number) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  afterTest(async () => void socket.destroy())
  let text = ''
  let isOver = false
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1')
  })
  const over = new Promise<void>((resolve) => {
    socket.once('close', () => {
      isOver = true
      resolve()
    })
  })
  return {
    socket,
    over,
    isOver: () => isOver,
    text: () => text,
    send: (...lines: readonly string[]) => socket.write(lines.join('\r\n')),
    /** Resolves when that much was said. */
    async until(pattern: RegExp): Promise<string> {
      while (!pattern.test(text)) {
        if (isOver) throw new Error(`the connection has ended after ${JSON.stringify(text)}`)
        await Promise.race([once(socket, 'data').catch(() => over), over])
      }
      return text
    },
  }
}
