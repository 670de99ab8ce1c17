import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'

/** For the folders that hold what readers did: nobody but their owner looks in. */
export const PRIVATE_MODE = 0o700

/**
 * Makes a folder, and those above it that are missing. Node's own `recursive` never returns where the system says
 * ENOENT although the parent is there, as below /proc.
 */
export async function makeFolder(path: string, mode: number = PRIVATE_MODE): Promise<void> {
  if (await makes(path, mode)) return
  if (dirname(path) !== path) await makeFolder(dirname(path), mode)
  if (!(await makes(path, mode))) {
    throw Object.assign(new Error(`ENOENT: no folder can be made at ${path}`), { code: 'ENOENT' })
  }
}

/** False when the parent is missing. */
async function makes(path: string, mode: number): Promise<boolean> {
  try {
    await mkdir(path, { mode })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return true
    if (code === 'ENOENT') return false
    throw error
  }
}
