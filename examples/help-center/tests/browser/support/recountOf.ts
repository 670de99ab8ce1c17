import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { openStore } from '@helptally/server'

const SERVER = dirname(createRequire(import.meta.url).resolve('@helptally/server/package.json'))
const HELPTALLY = join(SERVER, 'bin/helptally.js')

const EQUAL = 0
const DIFFERENT = 1

/**
 * Has `helptally recount` count all that a store keeps once more, site by site. Resolves to what it says of those that
 * differ from what their pages claimed, each difference with its cause; '' when none does.
 */
export async function recountOf(storeUrl: string): Promise<string> {
  const told: string[] = []
  for (const { site, first, last } of await sitesIn(storeUrl)) {
    const period = ['--from', isoOf(first), '--to', isoOf(last + 1)]
    const { code, said } = await helptally('recount', '--store', storeUrl, '--site', site, ...period)
    if (code !== EQUAL && code !== DIFFERENT) throw new Error(`helptally recount ended with ${code}: ${said}`)
    if (code === DIFFERENT) told.push(said)
  }
  return told.join('\n')
}

interface Site {
  readonly site: string
  /** Of its events, epoch ms. */
  readonly first: number
  readonly last: number
}

async function sitesIn(storeUrl: string): Promise<Site[]> {
  const store = openStore(storeUrl)
  const all = 'select e.site, min(e."at") as first, max(e."at") as last from events e group by e.site order by e.site'
  return store.query<Site>(all).finally(() => store.close())
}

const isoOf = (at: number): string => new Date(at).toISOString()

/** As somebody who runs a site does. */
function helptally(...args: readonly string[]): Promise<{ readonly code: unknown; readonly said: string }> {
  const env = { ...process.env, NODE_OPTIONS: '' }
  return new Promise((resolve) => {
    execFile(process.execPath, [HELPTALLY, ...args], { env }, (error, out, problems) =>
      resolve({ code: error ? error.code : EQUAL, said: out + problems }),
    )
  })
}
