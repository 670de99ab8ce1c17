import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { appIn, type Files, type MadeApp, writeFiles } from './appIn.js'
import { EXAMPLE } from './helpCenter.js'
import { npm } from './npm.js'

const ROOT = join(EXAMPLE, '../..')
/** What `@helptally/next` brings with it, as a registry would. */
const OURS = ['core', 'browser', 'server', 'dashboard', 'next']

export interface PackedAppOptions {
  /**
   * A day, ISO: ranges mean what they meant then, so that a release of tomorrow breaks no test. Raise it with the versions.
   * npm then reads whole histories, which takes minutes.
   */
  readonly asOf?: string
  /** What writes the app before `files` are added, as `npm create` would: a package with its version, and its arguments. */
  readonly template?: readonly [packageAtVersion: string, ...args: string[]]
  /** Versions by the name of the package, besides ours. */
  readonly dependencies?: Readonly<Record<string, string>>
  /** Versions of what those depend on. */
  readonly overrides?: Readonly<Record<string, string>>
  /** Files of the app, by their path. */
  readonly files?: Files
  /** What its commands find in their environment, given the app's folder. */
  readonly env?: (folder: string) => Readonly<Record<string, string>>
}

export interface PackedApp extends MadeApp {
  /** A command of one of its packages: `pagefind/pagefind`. */
  run(command: string, ...args: readonly string[]): string
  write(path: string, text: string): void
}

/** Our packages as they would be published, for any number of apps. */
export interface Packed {
  /** An app in a folder of its own, outside of the repository, with all of it installed from packages. */
  app(name: string, options: PackedAppOptions): PackedApp
  remove(): void
}

/** Packs what is built. Once in a suite, since each app takes the same. */
export function packed(): Packed {
  const folder = mkdtempSync(join(tmpdir(), 'helptally-packed-'))
  const ours = tarballsIn(join(folder, 'tarballs'))
  return {
    app(name, { asOf, template, dependencies, overrides, files = {}, env }) {
      const home = join(folder, name)
      const sameAgain = ['--prefer-offline', ...(asOf ? ['--before', asOf] : [])]
      if (template) npm(folder, ['exec', '--yes', ...sameAgain, template[0], '--', name, ...template.slice(1)])
      writeFiles(home, { '.gitignore': '', ...files })
      const app = appIn(home, join(home, 'node_modules/@helptally/next/bin/helptally.js'), env?.(home))
      const write = (path: string, text: string) => writeFiles(home, { [path]: text })
      const own = JSON.parse(app.read('package.json') ?? '{}') as { dependencies?: object }
      const all = { ...own.dependencies, ...dependencies, ...ours }
      write('package.json', JSON.stringify({ name, private: true, ...own, dependencies: all, overrides }, null, 2))
      // Nearest repository for `init`, which otherwise looks further up.
      execFileSync('git', ['init', '--quiet'], { cwd: home })
      npm(home, ['install', ...sameAgain])
      return { ...app, write, run: (command, ...args) => app.node(scriptOf(home, command), ...args) }
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  }
}

/** One app alone, which takes its tarballs along when it is removed. */
export function packedApp(name: string, options: PackedAppOptions): PackedApp {
  const packages = packed()
  try {
    return { ...packages.app(name, options), remove: packages.remove }
  } catch (error) {
    packages.remove()
    throw error
  }
}

/** Packs our packages into a folder; each name with where it lies. */
function tarballsIn(folder: string): Record<string, string> {
  mkdirSync(folder)
  npm(ROOT, ['pack', '--pack-destination', folder, ...OURS.flatMap((name) => ['-w', `@helptally/${name}`])])
  const files = readdirSync(folder)
  return Object.fromEntries(
    OURS.map((name) => [
      `@helptally/${name}`,
      `file:${join(folder, files.find((each) => each.startsWith(`helptally-${name}-`))!)}`,
    ]),
  )
}

/** The script of `package/command`. */
function scriptOf(folder: string, command: string): string {
  const home = join(folder, 'node_modules', dirname(command))
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  return join(home, typeof bin === 'string' ? bin : bin[command.split('/').at(-1)!]!)
}
