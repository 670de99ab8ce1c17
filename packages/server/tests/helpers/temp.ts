import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import { createDuckdbStore, type DuckdbStoreOptions } from '../../src/store/duckdb/duckdbStore.js'
import type { Store } from '../../src/store/store.js'

const undo: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** The last thing asked for is the first to be done. */
export function afterTest(step: () => Promise<unknown>): void {
  undo.push(step)
}

export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'helptally-'))
  // What a job still writes when its test is over lands in a folder that goes.
  undo.push(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }))
  return folder
}

/** A store in a folder of its own, or in one that an earlier store left behind. Closed after the test. */
export async function tempStore(options: DuckdbStoreOptions & { folder?: string } = {}): Promise<Store> {
  const store = createDuckdbStore(options.folder ?? (await tempFolder()), options)
  undo.push(() => store.close())
  return store
}

/** Sets an environment variable for the rest of the test. */
export function setEnv(name: string, value: string): void {
  const before = process.env[name]
  process.env[name] = value
  undo.push(async () => {
    if (before === undefined) delete process.env[name]
    else process.env[name] = before
  })
}
