import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterTest, tempFolder } from './temp.js'

/** What the shim shall do in the place of, or beside, what it is asked. */
export interface ShimFault {
  readonly on?: 'insert' | 'query' | 'any'
  /** Only where the statement has this in it. */
  readonly sql?: string
  readonly times?: number
  readonly delayMs?: number
  /** An answer in the place of its own: ClickHouse's where it has a `code`, a proxy's page where it has none. */
  readonly status?: number
  readonly code?: number
  readonly type?: string
  readonly message?: string
  /** Closes the connection, before or after it has done what it was asked. */
  readonly close?: 'before' | 'after'
}

export interface Asked {
  readonly kind: 'insert' | 'query'
  readonly sql: string
  /** Database, settings and parameters, as they came. */
  readonly given: Readonly<Record<string, string>>
  readonly encoding: string | null
  readonly body: string
}

/**
 * ClickHouse's engine (chDB) behind a shim of its HTTP, in a process of its own. It proves what SQL, formats, parameters,
 * settings and errors do over the wire; of users, TLS, replication and inserts that are put off it proves nothing.
 */
export interface ClickhouseShim {
  readonly port: number
  readonly folder: string
  fail(fault: ShimFault): Promise<void>
  /** What it was asked since it was last asked for this. */
  asked(): Promise<Asked[]>
  /** As a power cut would: SIGKILL. */
  kill(): Promise<void>
  signal(signal: NodeJS.Signals): void
}

const SCRIPT = fileURLToPath(new URL('../children/clickhouseShim.mjs', import.meta.url))

/** Ends with the test. `port`: where an earlier one was, to come back there. */
export async function clickhouseShim(options: { folder?: string; port?: number } = {}): Promise<ClickhouseShim> {
  const folder = options.folder ?? (await tempFolder())
  const child = fork(SCRIPT, [folder, String(options.port ?? 0)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const kill = (): Promise<void> => end(child)
  afterTest(kill)
  const gone = once(child, 'exit').then(() => {
    throw new Error('the ClickHouse shim ended before it listened')
  })
  const [{ port }] = (await Promise.race([once(child, 'message'), gone])) as [{ port: number }]
  gone.catch(() => undefined)
  let calls = 0
  const call = (what: object): Promise<Asked[]> => {
    const id = ++calls
    return new Promise((resolve) => {
      const hear = (message: { id: number; asked: Asked[] }): void => {
        if (message.id !== id) return
        child.off('message', hear)
        resolve(message.asked)
      }
      child.on('message', hear)
      child.send({ id, ...what })
    })
  }
  return {
    port,
    folder,
    fail: async (fault) => void (await call({ fault })),
    asked: () => call({ tell: true }),
    kill,
    signal: (signal) => void child.kill(signal),
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}
