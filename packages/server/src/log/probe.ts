import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../makeFolder.js'
import { cannotWrite } from './refusals.js'

/** As large as the least that a file system gives: a full disk may still have room for an empty file. */
const PROBE = Buffer.alloc(4_096, '\n')

/** Rejects as an append to the log would, where the disk takes nothing. */
export async function probe(folder: string): Promise<void> {
  const path = join(folder, `${process.pid}.probe`)
  try {
    await makeFolder(folder)
    await writeFile(path, PROBE, { flush: true })
  } catch (error) {
    throw cannotWrite(folder, error)
  } finally {
    await rm(path, { force: true }).catch(() => undefined)
  }
}
