import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXAMPLE } from './helpCenter.js'
import { settled } from './journal.js'
import { whenReady } from './rawSession.js'
import type { RawTab } from './rawTab.js'
import { until } from './until.js'

/** Stands in the code that measures vitals, which a page loads last. */
const MARK_OF_VITALS = 'soft-navigation'

/** Counting, with all loaded that it ever loads, and nothing owed: a page left before may not come back from the bfcache. */
export async function whenAtRest(tab: RawTab): ReturnType<typeof whenReady> {
  const ready = await whenReady(tab)
  const last = codeWith(MARK_OF_VITALS)
  const loaded = (name: string) =>
    performance.getEntriesByType('resource').some((entry) => entry.name.endsWith(`/${name}`))
  await until(
    () => tab.evaluate(loaded, last),
    (is) => is,
  )
  await settled(tab)
  return ready
}

function codeWith(mark: string): string {
  const chunks = join(EXAMPLE, '.next/static/chunks')
  const name = readdirSync(chunks).find((each) => readFileSync(join(chunks, each), 'utf8').includes(mark))
  if (!name) throw new Error(`Looked for code with "${mark}" in ${chunks}, found none.`)
  return name
}
