import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new folder, removed when this process ends: by itself, by an error, by a signal that it hears. */
export function newFolder({ isKept = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'helptally-cluster-'))
  if (!isKept) process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1))
  return folder
}
