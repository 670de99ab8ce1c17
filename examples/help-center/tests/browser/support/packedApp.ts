import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { EXAMPLE } from './helpCenter.js'

const PACKAGES = join(EXAMPLE, '../../packages')
const OURS = ['core', 'browser', 'server', 'dashboard', 'next']
const NPM = process.platform === 'win32' ? 'npm.cmd' : 'npm'
/** A range means what it meant that day: a release of tomorrow shall not break our tests. Raise it with the versions. */
const AS_OF = '2026-11-27'
const QUIETLY = ['--before', AS_OF, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
/** A registry may be slow, and so may the machine; whoever waits longer waits for ever. */
const DONE_WITHIN_MS = 600_000
const ANSWERS_WITHIN_MS = 20_000

export interface PackedApp {
  readonly folder: string
  /** Its own Next, as `openHelpCenter` takes it. */
  readonly next: string
  /** `helptally init`, as its developer calls it. What it says. */
  init(...args: readonly string[]): string
  build(...args: readonly string[]): void
  /** A command of one of its packages. */
  run(command: string, ...args: readonly string[]): string
  read(path: string): string | null
  write(path: string, text: string): void
  remove(): void
}

export interface PackedAppOptions {
  /** What writes the app before `files` are added, as `npm create` would: a package with its version, and its arguments. */
  readonly template?: readonly [packageAtVersion: string, ...args: string[]]
  /** Versions by the name of the package, besides ours. */
  readonly dependencies?: Readonly<Record<string, string>>
  /** Versions of what those depend on. */
  readonly overrides?: Readonly<Record<string, string>>
  /** Files of the app, by their path. */
  readonly files?: Readonly<Record<string, string>>
  /** What its commands find in their environment, given the app's folder. */
  readonly env?: (folder: string) => Readonly<Record<string, string>>
}

/**
 * A Next app outside the repository, with all packages from the registry and ours as they would be published: packed, and
 * installed from the tarballs.
 */
export function packedApp(
  name: string,
  { template, dependencies = {}, overrides, files = {}, env = () => ({}) }: PackedAppOptions,
): PackedApp {
  const home = mkdtempSync(join(tmpdir(), `packed-${name}-`))
  const folder = join(home, name)
  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 10 })
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const read = (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : null)
  const exec = (program: string, args: readonly string[], cwd = folder) =>
    execFileSync(program, args, {
      cwd,
      env: { ...process.env, NODE_OPTIONS: '', NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', ...env(folder) },
      stdio: 'pipe',
      encoding: 'utf8',
      timeout: DONE_WITHIN_MS,
    })
  const run = (command: string, ...args: readonly string[]) =>
    exec(process.execPath, [join(folder, 'node_modules', commandIn(folder, command)), ...args])

  try {
    if (template) exec(NPM, ['exec', '--yes', ...QUIETLY, template[0], '--', name, ...template.slice(1)], home)
    for (const [path, text] of Object.entries(files)) write(path, text)
    const own = JSON.parse(read('package.json') ?? '{}') as { dependencies?: object }
    const all = { ...own.dependencies, ...dependencies, ...tarballsIn(home) }
    write('package.json', JSON.stringify({ name, private: true, ...own, dependencies: all, overrides }, null, 2))
    exec(NPM, ['install', '--include=dev', ...QUIETLY])
  } catch (error) {
    remove()
    throw error
  }
  return {
    folder,
    next: join(folder, 'node_modules/next/dist/bin/next'),
    run,
    read,
    write,
    remove,
    init: (...args) => run('@helptally/next/helptally', 'init', ...args),
    build: (...args) => void run('next/next', 'build', ...args),
  }
}

/** Whether the registry answers. Says so where it does not; in CI that is an error. */
export function isRegistryMissing(): boolean {
  try {
    execFileSync(NPM, ['view', 'next', 'version', '--fetch-retries=0'], { stdio: 'pipe', timeout: ANSWERS_WITHIN_MS })
    return false
  } catch (error) {
    const complaint = '[helptally] Sites of others are not tested: asked the npm registry for "next", in vain.'
    if (process.env.CI) throw new Error(complaint, { cause: error })
    process.stderr.write(`\n${complaint}\n\n`)
    return true
  }
}

/** Packs our packages into a folder; each name with where it lies. */
function tarballsIn(folder: string): Record<string, string> {
  const packed = OURS.map((name) => {
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
    const said = execFileSync(NPM, args, { cwd: join(PACKAGES, name), encoding: 'utf8', stdio: 'pipe' })
    const [{ filename }] = JSON.parse(said) as [{ filename: string }]
    return [`@helptally/${name}`, `file:${join(folder, filename)}`] as const
  })
  return Object.fromEntries(packed)
}

/** Where the program of `package/command` lies below node_modules. */
function commandIn(folder: string, command: string): string {
  const [name, bin] = [dirname(command), command.split('/').at(-1)!]
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  return join(name, typeof bins === 'string' ? bins : bins[bin]!)
}
