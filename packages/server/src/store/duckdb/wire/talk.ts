import type { Socket } from 'node:net'
import { isUnavailable, StoreUnavailable } from '../../../storeUnavailable.js'

/** What one end does for the other: by name, with values that survive JSON. */
export type Services = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>

export interface Talk {
  /** Rejects as the other end did, and with `PeerGone` when it went away instead of answering. */
  ask<Answer>(service: string, ...args: readonly unknown[]): Promise<Answer>
  /** Resolves when the connection has ended, for whatever reason. */
  readonly ended: Promise<void>
  end(): void
}

/** The other process ended, or was killed, before it answered. */
export class PeerGone extends Error {
  override readonly name = 'PeerGone'
}

type Message =
  | { readonly ask: number; readonly service: string; readonly args: readonly unknown[] }
  | { readonly answer: number; readonly value: unknown }
  | { readonly answer: number; readonly failed: string; readonly unavailable: boolean }

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (reason: Error) => void
}

/**
 * Speaks over a socket: a JSON text a line, and both ends may ask. Keeps the process alive only while it waits.
 * `onHeard` is called for whatever the other end says, before it is answered.
 */
export function talk(socket: Socket, services: Services, onHeard: () => void = () => undefined): Talk {
  const waiting = new Map<number, Waiting>()
  let asked = 0

  const say = (message: Message): void => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
  }

  async function serve({ ask, service, args }: Extract<Message, { ask: number }>): Promise<void> {
    try {
      if (!Object.hasOwn(services, service)) throw new Error(unknownService(service))
      say({ answer: ask, value: (await services[service]!(...(args as never[]))) ?? null })
    } catch (error) {
      const failed = error instanceof Error ? error.message : String(error)
      say({ answer: ask, failed, unavailable: isUnavailable(error) })
    }
  }

  function settle(message: Exclude<Message, { ask: number }>): void {
    const asker = waiting.get(message.answer)
    waiting.delete(message.answer)
    if (waiting.size === 0) socket.unref()
    if ('value' in message) asker?.resolve(message.value as never)
    else asker?.reject(message.unavailable ? new StoreUnavailable(message.failed) : new Error(message.failed))
  }

  onLines(socket, (line) => {
    onHeard()
    const message = parse(line)
    if (!message) socket.destroy()
    else if ('ask' in message) void serve(message)
    else settle(message)
  })
  socket.on('error', () => socket.destroy())
  socket.unref()
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => {
      for (const { reject } of waiting.values()) reject(new PeerGone('The other process has gone.'))
      waiting.clear()
      resolve()
    })
  })

  return {
    ended,
    end: () => void socket.destroy(),
    ask: (service, ...args) =>
      new Promise((resolve, reject) => {
        if (!socket.writable) return reject(new PeerGone('The other process has gone.'))
        waiting.set(++asked, { resolve, reject })
        socket.ref()
        say({ ask: asked, service, args })
      }),
  }
}

/** node:readline would also break a line at U+2028, which JSON leaves as it is. */
function onLines(socket: Socket, take: (line: string) => void): void {
  let pieces: string[] = []
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    const [first, ...others] = chunk.split('\n')
    pieces.push(first!)
    for (const next of others) {
      take(pieces.join(''))
      pieces = [next]
    }
  })
}

function parse(line: string): Message | null {
  try {
    const message: unknown = JSON.parse(line)
    return typeof message === 'object' ? (message as Message | null) : null
  } catch {
    return null
  }
}

const unknownService = (service: string): string =>
  `[helptally] The process that answers for the store does not know "${service}". ` +
  'Expected one version of Helptally in all processes of a store: restart the older ones.'
