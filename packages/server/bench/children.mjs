import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const here = (file) => fileURLToPath(new URL(file, import.meta.url))
const run = promisify(execFile)

/** A server in a process of its own. */
export async function startServer(mode, folder, execArgv = []) {
  const child = fork(here('serve.mjs'), [mode, folder], { execArgv })
  const [{ port }] = await once(child, 'message')
  const ask = async (what) => {
    const answer = once(child, 'message')
    child.send(what)
    return (await answer)[0]
  }
  const end = async () => {
    const exit = once(child, 'exit')
    const told = await ask('end')
    await exit
    return told
  }
  return { port, pid: child.pid, usage: () => ask('usage'), end }
}

let sent = 0

/** Load on a server from a process of its own. No event is ever sent twice. */
export async function load({ port }, { connections, batch, ms }) {
  const first = sent
  sent += 50_000 * batch
  const { stdout } = await run(process.execPath, [
    here('load.mjs'),
    ...[port, connections, batch, ms, first].map(String),
  ])
  return JSON.parse(stdout)
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** `--name value` from the command line. */
export function option(name, fallback) {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? fallback : process.argv[at + 1]
}

export function machine() {
  return import('node:os').then(({ cpus, loadavg, release, type }) => {
    const [cpu] = cpus()
    const load = loadavg()
      .map((n) => n.toFixed(1))
      .join(' ')
    return `${cpus().length} x ${cpu.model}, ${type()} ${release()}, Node ${process.version}, load ${load}`
  })
}
