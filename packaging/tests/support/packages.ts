import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Manifest {
  readonly name: string
  readonly version: string
  readonly homepage: string
  readonly repository: { readonly url: string; readonly directory: string }
  readonly publishConfig: unknown
  readonly engines: unknown
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

export interface Package {
  readonly folder: string
  readonly manifest: Manifest
}

export const REPOSITORY: string = fileURLToPath(new URL('../../..', import.meta.url))

/** Everything that is published: what lies in `packages/`. */
export const PACKAGES: readonly Package[] = globSync('packages/*/package.json', { cwd: REPOSITORY })
  .sort()
  .map((path) => ({ folder: join(REPOSITORY, dirname(path)), manifest: readJson(join(REPOSITORY, path)) as Manifest }))

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** What a site may write after `import`. Files that are data, and patterns of them, are not code to import. */
export function entriesOf({ name, exports }: Manifest): readonly string[] {
  return Object.entries(exports)
    .filter(([, target]) => typeof target !== 'string')
    .map(([subpath]) => name + subpath.slice(1))
}

/** The package that a bare specifier belongs to. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
