import { chmod, type FileHandle, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { syncFile, syncFolder } from '../log/segmentFile.js'

/** What readers did: nobody but its owner looks in. */
const PRIVATE_MODE = 0o600

/** A file that gets its name when it is whole. Until then it has another, in the same folder. */
export interface WholeFile {
  /** The name that it has until then. */
  readonly part: string
  write(text: string): Promise<void>
  /** Takes the place of a file of its name, durably. Resolves to its bytes. */
  keep(): Promise<number>
  /** Leaves nothing behind. May be called after `keep`, and does nothing then. */
  drop(): Promise<void>
}

export async function createWholeFile(path: string): Promise<WholeFile> {
  const whole = resolve(path)
  const part = `${whole}.${process.pid}.part`
  let handle: FileHandle | null = await open(part, 'w', PRIVATE_MODE).catch((error: Error) => {
    throw cannotWrite(path, error)
  })
  async function close(): Promise<void> {
    await handle?.close()
    handle = null
  }
  return {
    part,
    async write(text) {
      await handle!.writeFile(text).catch((error: Error) => {
        throw cannotWrite(path, error)
      })
    },
    async keep() {
      await close()
      // DuckDB makes its file anew.
      await chmod(part, PRIVATE_MODE)
      await syncFile(part)
      await rename(part, whole).catch((error: Error) => {
        throw cannotWrite(path, error)
      })
      await syncFolder(dirname(whole))
      return (await stat(whole)).size
    },
    async drop() {
      await close()
      await rm(part, { force: true })
    },
  }
}

const cannotWrite = (path: string, cause: Error): Error =>
  new Error(
    `[helptally] ${path} cannot be written (${cause.message}). Expected a file in a folder that is there and may be ` +
      'written, on a disk with free space.',
    { cause },
  )
