import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { childOf } from './child.mjs'
import { until } from './until.mjs'

const SCRIPT = fileURLToPath(new URL('site.mjs', import.meta.url))

/** An instance of a site, in a process and with a log of its own. */
export function siteProcess({ name, folder, port, store }) {
  const own = join(folder, name)
  mkdirSync(own, { recursive: true })
  const args = [SCRIPT, String(port), store]
  const log = join(own, 'out.log')
  const child = childOf({ command: process.execPath, args, cwd: own, log })
  const get = (path) => json(`http://127.0.0.1:${port}/${path}`)
  return { ...child, name, port, log, folder: own, isReady: () => isReady(get), counted: () => get('counted') }
}

export async function startSite(site) {
  site.start()
  const isReady = () => {
    if (!site.isRunning()) throw new Error(`[helptally] ${site.name} has ended by itself:\n${readFileSync(site.log)}`)
    return site.isReady()
  }
  await until(`${site.name} to be ready`, isReady, { withinMs: 300_000 })
}

const isReady = (get) =>
  get('health').then(
    ({ ready }) => ready,
    () => false,
  )

async function json(url) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(120_000) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`)
  return answer.json()
}
