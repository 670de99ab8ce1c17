import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const EXAMPLE = fileURLToPath(new URL('../../examples/help-center', import.meta.url))
const NEXT = createRequire(join(EXAMPLE, 'package.json')).resolve('next/dist/bin/next')

/** The example over the store in `folder`, answering reports. Build it first. */
export async function startExampleSite(folder) {
  const port = await freePort()
  const env = { ...process.env, HELPTALLY_STORE: `duckdb:${folder}`, NODE_ENV: 'production', NODE_OPTIONS: '' }
  const server = spawn(process.execPath, [NEXT, 'start', '--port', String(port)], {
    cwd: EXAMPLE,
    env,
    stdio: 'ignore',
  })
  const url = `http://localhost:${port}`
  while (!(await fetch(`${url}/api/help/health`).catch(() => null))?.ok) {
    if (server.exitCode !== null) throw new Error('The site has ended: build the example first.')
    await pause(100)
  }
  // A store that was never asked folds its facts first, for minutes.
  while (!(await fetch(`${url}/api/help/reports/gaps?site=docs`).catch(() => null))?.ok) await pause(1_000)
  return { url, kill: () => server.kill() }
}

async function freePort() {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const { port } = probe.address()
  await new Promise((done) => probe.close(done))
  return port
}
