import { spawn } from 'node:child_process'
import { say } from './say.mjs'

/** How long a process may take to close before it is ended. */
const CLOSING_MS = 5_000
/** How often it is looked whether the shell that started the demo is still there. */
const PARENT_POLL_MS = 500
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

const children = new Set()
let stopping = false

/** Starts a Node program that never outlives the demo. */
export function startChild(program, options) {
  const child = spawn(process.execPath, program, options)
  children.add(child)
  child.once('close', () => {
    children.delete(child)
    if (stopping && children.size === 0) process.exit(0)
  })
  return child
}

/** Whether the demo was told to stop, and its children end because of that. */
export const isStopping = () => stopping

/** Ctrl-C, and its relatives, end the children first and then the demo; so does the end of an npm that passed no signal on. */
export function stopOnSignal() {
  for (const signal of SIGNALS) process.on(signal, stop)
  process.on('exit', () => tell('SIGKILL'))
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), PARENT_POLL_MS).unref()
}

function stop() {
  if (stopping) return
  stopping = true
  say('\nStopping.')
  if (children.size === 0) process.exit(0)
  tell('SIGTERM')
  setTimeout(() => tell('SIGKILL'), CLOSING_MS).unref()
}

function tell(signal) {
  for (const child of children) child.kill(signal)
}
