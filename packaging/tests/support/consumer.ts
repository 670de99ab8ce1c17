import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PACKAGES, REPOSITORY, readJson } from './packages.js'
import { type Ran, run } from './run.js'
import { packTarballs } from './tarballs.js'

/** A project of somebody else, with every package installed from its tarball. */
export interface Consumer {
  readonly folder: string
  /** What entries do when a process imports them, as `probe.mjs` tells it. */
  probe(entries: readonly string[], nodeOptions?: readonly string[], env?: NodeJS.ProcessEnv): Promise<Probed>
  /** Type-checks what lies in the folder; the diagnostics, without those of other people's declarations. */
  check(compilerOptions: object, files: Readonly<Record<string, string>>): Promise<readonly string[]>
  remove(): Promise<void>
}

export interface Probed {
  /** The names that an entry exports, or the error of its import. */
  readonly entries: Readonly<Record<string, readonly string[] | string>>
  /** What our code touched meanwhile of a page, the network and the clock. */
  readonly touched: readonly string[]
  /** What would keep the process alive. */
  readonly left: readonly string[]
}

/** What a site brings beside our packages, in the versions that this repository is tested with. */
const BROUGHT = [
  '@jest/globals',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  'msw',
  'next',
  'playwright-core',
  'react',
  'react-dom',
]

/** Undefined, after a sentence that says so, where there is no registry to install from; in CI that is an error. */
export async function installConsumer(): Promise<Consumer | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'helptally-consumer-'))
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 10 })
  try {
    const installed = await install(folder)
    if (installed.code === 0) return consumerIn(folder, remove)
    if (process.env.CI || (await answers(folder))) throw new Error(`npm install failed:\n${installed.stderr}`)
    console.warn('[helptally] No registry was reached, so the packages were not tried as installed.')
  } catch (error) {
    await remove()
    throw error
  }
  await remove()
  return undefined
}

async function install(folder: string): Promise<Ran> {
  const tarballs = await packTarballs(folder)
  const ours = tarballs.map(({ name, filename }) => [name, `file:./${filename}`])
  const dependencies = Object.fromEntries([...ours, ...BROUGHT.map((name) => [name, testedVersion(name)])])
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }))
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lockOf(dependencies)))
  await copyFile(fileURLToPath(new URL('./probe.mjs', import.meta.url)), join(folder, 'probe.mjs'))
  return run('npm', ['install', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: folder })
}

interface Locked {
  readonly packages: Readonly<Record<string, { readonly link?: boolean }>>
}

/** What this repository has locked, for npm to take what it needs: the same versions each time, most of them from its cache. */
function lockOf(dependencies: Readonly<Record<string, string>>): object {
  const { packages } = readJson(join(REPOSITORY, 'package-lock.json')) as Locked
  const others = Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link)
  return { lockfileVersion: 3, packages: { '': { dependencies }, ...Object.fromEntries(others) } }
}

/** Whether there is a registry at all. */
async function answers(folder: string): Promise<boolean> {
  return (await run('npm', ['view', 'next', 'version', '--prefer-online'], { cwd: folder })).code === 0
}

function testedVersion(name: string): string {
  const root = readJson(join(REPOSITORY, 'package.json')) as { devDependencies: Record<string, string> }
  const ranges = [...PACKAGES.map(({ manifest }) => manifest.devDependencies), root.devDependencies]
  return ranges.find((each) => each?.[name])![name]!
}

function consumerIn(folder: string, remove: () => Promise<void>): Consumer {
  return {
    folder,
    remove,
    async probe(entries, nodeOptions = [], env = {}) {
      const args = [...nodeOptions, 'probe.mjs', ...entries]
      const { stdout, stderr } = await run(process.execPath, args, { cwd: folder, env: { ...process.env, ...env } })
      if (stdout === '') throw new Error(`the probe said nothing:\n${stderr}`)
      return JSON.parse(stdout) as Probed
    },
    async check(compilerOptions, files) {
      for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
      const config = { compilerOptions, files: Object.keys(files) }
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
      const tsc = join(REPOSITORY, 'node_modules/typescript/bin/tsc')
      const { stdout } = await run(process.execPath, [tsc, '--noEmit', '--pretty', 'false'], { cwd: folder })
      return stdout.split('\n').filter((line) => /\berror TS\d+/.test(line) && !line.startsWith('node_modules/next/'))
    },
  }
}
