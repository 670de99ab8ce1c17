import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { textOf } from '../../src/sql/dialect.js'
import { duckdbDialect } from '../../src/sql/duckdbDialect.js'
import type { Store } from '../../src/store/store.js'
import { afterTest } from './temp.js'

/** A store in a process of its own. */
export interface StoreProcess extends Store {
  readonly pid: number
  /** Resolves when the process is gone. */
  kill(): Promise<void>
  signal(signal: NodeJS.Signals): void
}

const SCRIPT = fileURLToPath(new URL('../children/store.mjs', import.meta.url))

export function storeProcess(folder: string): StoreProcess {
  const child = fork(SCRIPT, [folder], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const kill = (): Promise<void> => end(child)
  afterTest(kill)
  let calls = 0
  const call =
    <Name extends Exclude<keyof Store, 'folder'>>(name: Name) =>
    (...args: Parameters<Store[Name]>): ReturnType<Store[Name]> => {
      const id = ++calls
      return new Promise((resolve, reject) => {
        const hear = (message: { id: number; value?: unknown; failed?: string }): void => {
          if (message.id !== id) return
          child.off('message', hear)
          if (message.failed === undefined) resolve(message.value as never)
          else reject(new Error(message.failed))
        }
        child.on('message', hear)
        child.once('exit', () => reject(new Error(`the process with the store ended before it answered ${name}`)))
        child.send({ id, call: name, args })
      }) as ReturnType<Store[Name]>
    }
  return {
    folder,
    pid: child.pid!,
    kill,
    signal: (signal) => void child.kill(signal),
    append: call('append'),
    // No function goes through the channel, and what is not said comes out of it as null.
    query: ((statement, params) => call('query')(textOf(statement, duckdbDialect), params ?? {})) as Store['query'],
    queryFacts: ((statement, params) =>
      call('queryFacts')(textOf(statement, duckdbDialect), params ?? {})) as Store['queryFacts'],
    keepTickets: call('keepTickets'),
    changeAnnotations: call('changeAnnotations'),
    changeGaps: call('changeGaps'),
    eraseVisitor: call('eraseVisitor'),
    keepOut: call('keepOut'),
    forgetBefore: call('forgetBefore'),
    backup: call('backup'),
    health: call('health'),
    close: call('close'),
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}
