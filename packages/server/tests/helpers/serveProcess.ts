import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterTest } from './temp.js'

/** `helptally serve` in a process of its own. */
export interface ServeProcess {
  /** The address of the collector. */
  readonly at: string
  readonly port: number
  /** What it has said so far. */
  readonly lines: readonly string[]
  readonly child: ChildProcess
  /** Sends the signal; resolves to how the process has ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const COMMAND = fileURLToPath(new URL('../../bin/helptally.js', import.meta.url))

export async function serveProcess(
  folder: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<ServeProcess> {
  const child = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', '--store', `duckdb:${folder}`, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  afterTest(async () => {
    child.kill('SIGKILL')
    await exited
  })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout! })
  const at = await new Promise<string>((resolve, reject) => {
    reader.on('line', (line) => {
      lines.push(line)
      const found = /(http:\S+) takes events/.exec(line)
      if (found) resolve(found[1]!)
    })
    exited.then(({ code }) => reject(new Error(`helptally serve has ended with ${code}`)))
  })
  return {
    at,
    port: Number(new URL(at).port),
    lines,
    child,
    exited,
    end(signal) {
      child.kill(signal)
      return exited
    },
  }
}
