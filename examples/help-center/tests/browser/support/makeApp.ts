import { cpSync, existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { appIn, type Files, type MadeApp, writeFiles } from './appIn.js'
import { EXAMPLE } from './helpCenter.js'

const PACKAGES = join(EXAMPLE, '../../packages')
const HELPTALLY = join(PACKAGES, 'next/bin/helptally.js')
const OURS = ['browser', 'core', 'dashboard', 'next', 'server']
/** Without it init would write into the one of the repository, and so would the tests beside this one. */
const IGNORING = { '.gitignore': '.helptally/\n' }

export interface MakeAppOptions {
  /** Files of the app, by their path. */
  readonly files: Files
  /**
   * `linked`: our packages are those of the repository, which bundlers take for the site's own code. `installed`: copies in
   * its node_modules, as a registry would have brought them.
   */
  readonly packages: 'linked' | 'installed'
}

/** A Next app made anew beside the example, so that it finds the same packages. */
export function makeApp(name: string, { files, packages }: MakeAppOptions): MadeApp {
  const folder = join(EXAMPLE, `../.dev-${name}-${process.pid}`)
  writeFiles(folder, { ...IGNORING, ...files })
  if (packages === 'installed') install(folder)
  else link(folder)
  return appIn(folder, HELPTALLY)
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
