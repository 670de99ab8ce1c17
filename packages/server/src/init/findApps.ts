import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readPackage } from './readPackage.js'

/** As deep as `packages/group/app`. */
const MOST_DEEP = 3
const NOT_LOOKED_INTO = /^(?:node_modules$|\.|dist$|build$)/

/** The folders of the Next apps that a folder is, or that are below it; absolute paths. */
export async function findApps(folder: string, depth = 0): Promise<string[]> {
  const { dependencies } = await readPackage(folder)
  if (dependencies.next !== undefined) return [folder]
  if (depth === MOST_DEEP) return []
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const below = entries.filter((entry) => entry.isDirectory() && !NOT_LOOKED_INTO.test(entry.name))
  const apps = await Promise.all(below.map(({ name }) => findApps(join(folder, name), depth + 1).catch(() => [])))
  return apps.flat().sort()
}
