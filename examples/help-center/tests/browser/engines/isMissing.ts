import { writeSync } from 'node:fs'
import type { Engine } from './drivers/engine.js'

const STDERR = 2

/** Whether this machine lacks the browser. Says so where nobody can overlook it; in CI it is an error. */
export function isMissing({ name, needs }: Engine): boolean {
  const missing = needs.filter(({ path }) => path === undefined)
  if (missing.length === 0) return false
  const [programs, packages] = [
    missing.map((one) => one.name).join(' and '),
    missing.map((one) => one.debian).join(' '),
  ]
  const complaint = `[helptally] ${name} is not tested: looked in PATH for ${programs}, in vain. Install what is missing, on Debian with "apt-get install --no-install-recommends ${packages}".`
  if (process.env.CI) throw new Error(complaint)
  writeSync(STDERR, `\n${complaint}\n\n`)
  return true
}
