import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterTest } from './temp.js'

/** A collector in a process of its own. */
export interface CollectorProcess {
  readonly pid: number
  /** A text is sent as a file, anything else as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  send(method: string, path: string, body?: object | string): Promise<{ status: number; body: any }>
  get(path: string): ReturnType<CollectorProcess['send']>
  /** Resolves when one of its jobs waits for an answer. */
  readonly held: Promise<void>
  signal(signal: NodeJS.Signals): void
  /** Resolves when it is gone. */
  kill(): Promise<void>
}

const SCRIPT = fileURLToPath(new URL('../children/jobs.mjs', import.meta.url))

/** `hold`: its jobs get no answer to questions with these words. */
export function collectorProcess(folder: string, hold = ''): CollectorProcess {
  const child = fork(SCRIPT, [folder, hold], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const held = Promise.withResolvers<void>()
  const waiting = new Map<number, (answer: never) => void>()
  let asked = 0
  child.on('message', (message: { id: number; held?: true }) => {
    if (message.held) held.resolve()
    waiting.get(message.id)?.(message as never)
  })
  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
  afterTest(kill)
  const send: CollectorProcess['send'] = (method, path, body) =>
    new Promise((resolve) => {
      const id = ++asked
      waiting.set(id, resolve)
      const said =
        typeof body === 'string' ? { body, type: 'application/octet-stream' } : { body: JSON.stringify(body) }
      child.send({ id, method, path, ...(body !== undefined && said) })
    })
  return {
    pid: child.pid!,
    send,
    get: (path) => send('GET', path),
    held: held.promise,
    signal: (signal) => void child.kill(signal),
    kill,
  }
}
