import { spawnSync } from 'node:child_process'
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
  /** A script by Node, as its commands run. What it says. */
  node(script: string, ...args: readonly string[]): string
  /** `next build`. What it says. */
  build(...args: readonly string[]): string
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
  const ours = { NODE_ENV: 'production', NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1' } as const
  const node = (...args: readonly string[]) => {
    const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
      cwd: folder,
      env: { ...process.env, ...ours, ...own },
      encoding: 'utf8',
      timeout: BUILT_WITHIN_MS,
    })
    const said = stdout + stderr
    if (status !== 0) throw error ?? new Error(`${args.join(' ')} ended with ${status} and said:\n${said}`)
    return said
  }
  return {
    folder,
    node,
    init: (...args) => node(command, 'init', ...args),
    helptally: (...args) => node(command, ...args),
    build: (...args) => node(nextOf(folder), 'build', ...args),
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  }
}
