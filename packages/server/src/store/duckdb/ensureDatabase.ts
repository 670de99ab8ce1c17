import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, rm } from 'node:fs/promises'

type DuckDB = typeof import('@duckdb/node-api')

/**
 * Makes an empty database under another name, and gives it its own in one step: a process that is killed while DuckDB
 * writes a new file leaves one that looks damaged. Of several processes one is first. Where that cannot be done, it is
 * left to DuckDB, which says why.
 */
export async function ensureDatabase({ DuckDBInstance }: DuckDB, file: string): Promise<void> {
  if (existsSync(file)) return
  const draft = `${file}.${randomUUID()}`
  try {
    const instance = await DuckDBInstance.create(draft)
    instance.closeSync()
    await link(draft, file)
  } catch {
    // Another process was first, or the folder takes no file.
  } finally {
    await rm(draft, { force: true }).catch(() => undefined)
  }
}
