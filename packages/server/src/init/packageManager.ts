import { readdir } from 'node:fs/promises'
import { foldersOfRepository } from './foldersOfRepository.js'

/** How a package manager is told. */
export interface PackageManager {
  readonly install: string
  readonly uninstall: string
  /** Before the name of a command of a package. */
  readonly run: string
  readonly script: string
}

const NPM: PackageManager = { install: 'npm install', uninstall: 'npm uninstall', run: 'npx', script: 'npm run' }
const PNPM: PackageManager = { install: 'pnpm add', uninstall: 'pnpm remove', run: 'pnpm exec', script: 'pnpm' }
const YARN: PackageManager = { install: 'yarn add', uninstall: 'yarn remove', run: 'yarn', script: 'yarn' }
const BUN: PackageManager = { install: 'bun add', uninstall: 'bun remove', run: 'bunx', script: 'bun run' }

const BY_LOCKFILE: Readonly<Record<string, PackageManager>> = {
  'pnpm-lock.yaml': PNPM,
  'yarn.lock': YARN,
  'bun.lock': BUN,
  'bun.lockb': BUN,
  'package-lock.json': NPM,
  'npm-shrinkwrap.json': NPM,
}

/** The one whose lockfile is nearest; npm without any. */
export async function packageManagerOf(folder: string): Promise<PackageManager> {
  for (const above of await foldersOfRepository(folder)) {
    const names = await readdir(above)
    const lockfile = Object.keys(BY_LOCKFILE).find((name) => names.includes(name))
    if (lockfile) return BY_LOCKFILE[lockfile]!
  }
  return NPM
}
