import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'

/** By SIGKILL when this process goes, whatever it goes by. */
const WITH_US = ['setpriv', '--pdeathsig', 'KILL']

/** A program that lives no longer than this process and writes to a file. It can be killed and started again. */
export function childOf({ command, args, cwd, log }) {
  let child = null
  const isRunning = () => child !== null && child.exitCode === null && child.signalCode === null
  const start = () => {
    const [first, ...others] = [...WITH_US, command, ...args]
    const file = openSync(log, 'a')
    child = spawn(first, others, { cwd, stdio: ['ignore', file, file] })
    closeSync(file)
  }
  const end = async (signal) => {
    if (!isRunning()) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }
  // Before the folder is removed that it writes to.
  process.once('exit', () => child?.kill('SIGKILL'))
  return { start, isRunning, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}
