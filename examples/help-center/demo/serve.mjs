import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isStopping, startChild } from './children.mjs'
import { EXAMPLE } from './places.mjs'
import { expectation, stopBecause } from './say.mjs'

/** Reading is open to this machine, so nobody else can reach the demo at all. */
const HOST = '127.0.0.1'
const READY_MS = 60_000
const POLL_MS = 100

/** Serves the built help center, and resolves when it answers. */
export async function serve({ port, store }) {
  startNext(port, store).on('close', (code, signal) => {
    if (isStopping()) return
    stopBecause(expectation(`The help center has stopped by itself (${signal ?? `exit code ${code}`}).`))
  })
  await answers(`http://${HOST}:${port}/en`)
}

/** Next itself and no shell around it, so that the process which is told to stop is the one that serves. */
function startNext(port, store) {
  const next = createRequire(join(EXAMPLE, 'package.json')).resolve('next/dist/bin/next')
  return startChild([next, 'start', '--port', String(port), '--hostname', HOST], {
    cwd: EXAMPLE,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HELPTALLY_STORE: store,
      // Whoever lets a script walk through the demo wants to see it counted.
      HELPTALLY_COUNT_BOTS: '1',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function answers(url) {
  const deadline = Date.now() + READY_MS
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await wait(POLL_MS)
  }
  throw expectation(`The help center did not answer at ${url} within ${READY_MS / 1000} seconds.`)
}
