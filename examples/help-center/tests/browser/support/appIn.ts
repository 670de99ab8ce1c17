import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { nextOf } from './nextOf.js'

/** A start shall not keep the others waiting for ever. */
const BUILT_WITHIN_MS = 360_000

export interface MadeApp {
  readonly folder: string
  /** `helptally init`, as its developer calls it. What it says. */
  init(...args: readonly string[]): string
  /** Another of its commands. */
  helptally(...args: readonly string[]): string
  build(...args: readonly string[]): void
  read(path: string): string | null
  remove(): void
}

export type Files = Readonly<Record<string, string>>

export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** The Next app in a folder, the script of the command that its developer calls, and what both find in their environment. */
export function appIn(folder: string, command: string, own: Readonly<Record<string, string>> = {}): MadeApp {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NODE_OPTIONS: '',
    NEXT_TELEMETRY_DISABLED: '1',
    ...own,
  } as const
  const run = (args: readonly string[]) =>
    execFileSync(process.execPath, args, {
      cwd: folder,
      env,
      stdio: 'pipe',
      encoding: 'utf8',
      timeout: BUILT_WITHIN_MS,
    })
  return {
    folder,
    init: (...args) => run([command, 'init', ...args]),
    helptally: (...args) => run([command, ...args]),
    node: (script, ...args) => run([script, ...args]),
    build: (...args) => void run([nextOf(folder), 'build', ...args]),
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  }
}
