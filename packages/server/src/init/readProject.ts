import { readdir, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join, relative } from 'node:path'
import { foldersOfRepository } from './foldersOfRepository.js'
import { CONFIG_FILES, type NextVersion, type Project } from './project.js'
import { readPackage } from './readPackage.js'

/** In Next's order, which takes both routers from the same folder. */
const SOURCE_FOLDERS = ['', 'src/'] as const
const SAYS_SOMETHING = /(?:^|\/)(?:page|route|layout|_app)\.[\w.]+$|^(?:src\/)?pages\/api\//
const NOT_LOOKED_INTO = /^(?:node_modules$|\.)/
const AT_ROOT = [...CONFIG_FILES, 'next.config.cjs', 'proxy.ts', 'proxy.js', 'middleware.ts', 'middleware.js']

/** Reads what planning has to know of the Next app in a folder. */
export async function readProject(folder: string): Promise<Project> {
  const { name, dependencies } = await readPackage(folder)
  const [app, pages] = await Promise.all(['app', 'pages'].map((router) => findRouter(folder, router)))
  const files = new Map<string, string>()
  for (const path of SOURCE_FOLDERS.flatMap((source) => AT_ROOT.map((file) => source + file)))
    await readInto(files, folder, path)
  for (const router of [app, pages]) if (router) await readFolder(files, folder, router)

  const ignoreFiles = (await foldersOfRepository(folder)).map((above) => inSite(folder, join(above, '.gitignore')))
  for (const path of ignoreFiles) await readInto(files, folder, path)
  return {
    name: name ?? basename(folder),
    next: await findNext(folder, dependencies.next),
    hasHelptally: dependencies['@helptally/next'] !== undefined,
    isTypeScript: await isThere(join(folder, 'tsconfig.json')),
    app: app ?? null,
    pages: pages ?? null,
    ignoreFiles: ignoreFiles.filter((path) => files.has(path)),
    hasStore: await isThere(join(folder, '.helptally')),
    files,
  }
}

async function findRouter(folder: string, router: string): Promise<string | undefined> {
  for (const source of SOURCE_FOLDERS) if (await isThere(join(folder, source + router))) return source + router
  return undefined
}

async function readFolder(files: Map<string, string>, folder: string, below: string): Promise<void> {
  for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
    const path = `${below}/${entry.name}`
    if (NOT_LOOKED_INTO.test(entry.name)) continue
    if (entry.isDirectory()) await readFolder(files, folder, path)
    else if (SAYS_SOMETHING.test(path)) await readInto(files, folder, path)
    else files.set(path, '')
  }
}

async function readInto(files: Map<string, string>, folder: string, path: string): Promise<void> {
  const text = await readFile(join(folder, path), 'utf8').catch(() => null)
  if (text !== null) files.set(path, text)
}

async function findNext(folder: string, range: string | undefined): Promise<NextVersion | null> {
  if (range === undefined) return null
  try {
    const installed = createRequire(join(folder, 'package.json')).resolve('next/package.json')
    const { version } = JSON.parse(await readFile(installed, 'utf8')) as { version: string }
    return { version, isInstalled: true }
  } catch {
    return { version: range, isInstalled: false }
  }
}

const inSite = (folder: string, path: string): string => relative(folder, path).replaceAll('\\', '/')

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )
