import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../log/segmentFile.js'
import { makeFolder } from '../../makeFolder.js'
import { StoreUnavailable } from '../../storeUnavailable.js'
import type { BackedUp } from '../store.js'
import { DATABASE_FILE, type Engine } from './engine.js'
import { firstLine } from './faults.js'

const countSql = `
select count(*) as events
from copied.events e`

/**
 * Copies a store into a folder that is then a store itself. It is one moment of the store, whatever is drained
 * meanwhile. A copy that was not finished has another name, and is never taken for one.
 */
export async function backup(engine: Engine, folder: string): Promise<BackedUp> {
  const file = join(folder, DATABASE_FILE)
  const part = `${file}.part`
  try {
    await mustBeFree(file)
    await makeFolder(folder)
    await rm(part, { force: true })
    // A statement takes no parameter in place of a file.
    await engine.query(`attach '${part.replaceAll("'", "''")}' as copied`)
    let events: number
    try {
      await engine.query('copy from database helptally to copied')
      events = (await engine.query<{ events: number }>(countSql))[0]!.events
    } finally {
      await engine.query('detach copied')
    }
    await rename(part, file)
    await syncFolder(folder)
    return { events, bytes: (await stat(file)).size }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw cannotBackUp(folder, error)
  }
}

/** Throws where there is a store already. */
export async function mustBeFree(file: string): Promise<void> {
  if (await exists(file)) throw new Error(`expected a folder without a store, found ${file}`)
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

export function cannotBackUp(folder: string, error: unknown): StoreUnavailable {
  return new StoreUnavailable(
    `[helptally] The store cannot be copied to ${folder} (${firstLine(error)}). Expected a new or empty folder ` +
      "that the site's process may write, on a disk with free space. The store itself is as it was.",
    { cause: error },
  )
}
