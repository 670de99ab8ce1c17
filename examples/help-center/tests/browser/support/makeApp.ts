import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EXAMPLE } from './helpCenter.js'

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')
const PACKAGES = join(EXAMPLE, '../../packages')
const HELPTALLY = join(PACKAGES, 'next/bin/helptally.js')
const OURS = ['browser', 'core', 'dashboard', 'next', 'server']
/** Without it init would write into the one of the repository, and so would the tests beside this one. */
const IGNORING = { '.gitignore': '.helptally/\n' }
/** A start shall not keep the others waiting for ever. */
const BUILT_WITHIN_MS = 360_000

export interface MadeApp {
  readonly folder: string
  /** `helptally init`, as its developer calls it. What it says. */
  init(...args: readonly string[]): string
  /** What the build says. */
  build(...args: readonly string[]): string
  read(path: string): string | null
  remove(): void
}

export interface MakeAppOptions {
  /** Files of the app, by their path. */
  readonly files: Readonly<Record<string, string>>
  /**
   * `linked`: our packages are those of the repository, which bundlers take for the site's own code. `installed`: copies in
   * its node_modules, as a registry would have brought them.
   */
  readonly packages: 'linked' | 'installed'
}

/** A Next app made anew beside the example, so that it finds the same packages. */
export function makeApp(name: string, { files, packages }: MakeAppOptions): MadeApp {
  const folder = join(EXAMPLE, `../.dev-${name}-${process.pid}`)
  for (const [path, text] of Object.entries({ ...IGNORING, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  if (packages === 'installed') install(folder)
  else link(folder)
  const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1' } as const
  const run = (args: readonly string[]) => {
    const { status, error, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      env,
      encoding: 'utf8',
      timeout: BUILT_WITHIN_MS,
    })
    if (status !== 0) throw new Error(`Ended with ${error ?? status}: ${args.join(' ')}\n${stdout}${stderr}`)
    return stdout + stderr
  }
  return {
    folder,
    init: (...args) => run([HELPTALLY, 'init', ...args]),
    build: (...args) => run([NEXT, 'build', ...args]),
    read: (path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  }
}

function link(folder: string): void {
  const modules = join(EXAMPLE, 'node_modules')
  if (existsSync(modules)) symlinkSync(modules, join(folder, 'node_modules'), 'junction')
}

function install(folder: string): void {
  for (const name of OURS)
    for (const part of ['package.json', 'dist'])
      cpSync(join(PACKAGES, name, part), join(folder, 'node_modules/@helptally', name, part), { recursive: true })
}
