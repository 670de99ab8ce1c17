import { mkdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Change } from './plan.js'

/** Writes what was planned. Rejects before anything is written when a file is no longer as it was. */
export async function applyChanges(folder: string, changes: readonly Change[]): Promise<void> {
  for (const { path, before } of changes) {
    const now = await readFile(join(folder, path), 'utf8').catch(() => null)
    if (now !== before)
      throw new Error(`[helptally] ${path} has changed since it was read, so nothing was written. Run this again.`)
  }
  for (const { path, before, after } of changes) {
    const file = join(folder, path)
    if (after === null) {
      await rm(file)
      await removeEmpty(folder, dirname(file))
    } else {
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, after, { flag: before === null ? 'wx' : 'w' })
    }
  }
}

/** Folders that have nothing in them any more, up to that of the app. */
async function removeEmpty(root: string, folder: string): Promise<void> {
  if (relative(root, folder) === '' || relative(root, folder).startsWith('..')) return
  const isGone = await rmdir(folder).then(
    () => true,
    () => false,
  )
  if (isGone) await removeEmpty(root, dirname(folder))
}
