import { execFileSync } from 'node:child_process'
import { writeSync } from 'node:fs'

const STDERR = 2
/** A registry may be slow, and so may the machine. */
const WITHIN_MS = 600_000
const ASKED_WITHIN_MS = 20_000

/** Runs npm in a folder, as somebody would who has nothing configured for a workspace. Throws with what it says. */
export function npm(cwd: string, [command, ...args]: readonly [string, ...string[]], timeout = WITHIN_MS): string {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error']
  const env = { ...process.env, NODE_ENV: 'development', NODE_OPTIONS: '' } as const
  return execFileSync('npm', [command, ...quiet, ...args], { cwd, env, timeout, stdio: 'pipe', encoding: 'utf8' })
}

/** Whether the registry cannot be asked for a package. Says so where nobody can overlook it; in CI it is an error. */
export function cannotInstall(name: string, version: string): boolean {
  if (process.env.CI) return false
  try {
    npm(process.cwd(), ['view', `${name}@${version}`, 'version', '--fetch-retries', '0'], ASKED_WITHIN_MS)
    return false
  } catch {
    writeSync(STDERR, `\n[helptally] ${name} ${version} is not tested: npm could not ask its registry for it.\n\n`)
    return true
  }
}
