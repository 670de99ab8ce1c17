import { randomBytes } from 'node:crypto'
import { link, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../log/segmentFile.js'
import { makeFolder } from '../makeFolder.js'

export const KEY_FILE = 'import.key'
const KEY = /^[\da-f]{64}\n?$/
const OWNER_ONLY = 0o600

/** The key of a store's imports; null when it has none. */
export async function readImportKey(folder: string): Promise<Buffer | null> {
  const path = join(folder, KEY_FILE)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  if (!KEY.test(text)) {
    throw new Error(
      `[helptally] Expected ${path} to be the key of this store's imports, 64 hexadecimal digits, got something else. ` +
        'Put back the file that was there.',
    )
  }
  return Buffer.from(text.trim(), 'hex')
}

/** Makes the key of a store that has none. Of two imports that begin at once both get the same. */
export async function makeImportKey(folder: string): Promise<Buffer> {
  await makeFolder(folder)
  const path = join(folder, KEY_FILE)
  const part = `${path}.${process.pid}`
  const file = await open(part, 'w', OWNER_ONLY)
  try {
    await file.writeFile(`${randomBytes(32).toString('hex')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  // Unlike a renaming, it leaves alone what is there.
  await link(part, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(part)
  await syncFolder(folder)
  return (await readImportKey(folder))!
}
