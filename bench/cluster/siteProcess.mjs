import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childOf } from './child.mjs'
import { until } from './until.mjs'

const COMMAND = process.env.STANDIN ?? fileURLToPath(new URL('../../packages/server/bin/helptally.js', import.meta.url))
/** May read everything. */
export const TOKEN = 'cluster'

/** `helptally serve` with a log of its own in front of the cluster. */
export function siteProcess({ name, folder, port, store }) {
  const own = join(folder, name)
  mkdirSync(own, { recursive: true })
  const args = [COMMAND, 'serve', '--port', String(port), '--store', store, '--site', 'docs']
  const env = { ...process.env, HELPTALLY_TOKEN: TOKEN }
  const child = childOf({ command: process.execPath, args, cwd: own, env, log: join(own, 'out.log') })
  const at = `http://127.0.0.1:${port}/api/help/`
  return { ...child, name, port, folder: own, report: (path) => report(at, path) }
}

/** It does not start while it reaches no replica of a shard: then it is started again. */
export async function startSite(site) {
  const isThere = async () => {
    if (!site.isRunning()) site.start()
    return site.report('health').then(
      ({ ready }) => ready,
      () => false,
    )
  }
  await until(`${site.name} to answer`, isThere, { withinMs: 120_000 })
}

async function report(at, path) {
  const answer = await fetch(`${at}${path}`, {
    headers: { authorization: `Bearer ${TOKEN}` },
    signal: AbortSignal.timeout(300_000),
  })
  if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}
