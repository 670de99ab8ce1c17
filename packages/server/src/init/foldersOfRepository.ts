import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A folder and those above it, up to the root of its repository; itself alone when it is in none. */
export async function foldersOfRepository(folder: string): Promise<readonly string[]> {
  const folders: string[] = []
  for (let at = folder; !folders.includes(at); at = dirname(at)) {
    folders.push(at)
    // In a worktree it is a file.
    const isRoot = await stat(join(at, '.git')).catch(() => null)
    if (isRoot) return folders
  }
  return [folder]
}
