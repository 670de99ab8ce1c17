import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a browser keeps of its reader on the disk. */
export interface Profile {
  readonly folder: string
  /** Whether a tab with this address would come back if the browser were killed now. It writes its tabs down late. */
  remembersTab(url: string): boolean
  remove(): void
}

export function newProfile(): Profile {
  const folder = mkdtempSync(join(tmpdir(), 'reader-'))
  return {
    folder,
    remembersTab(url) {
      const place = join(folder, 'Default', 'Sessions')
      const newest = readdirSync(place)
        .filter((file) => file.startsWith('Session_'))
        .sort()
        .at(-1)
      return newest !== undefined && readFileSync(join(place, newest)).includes(url)
    },
    // The last processes of a browser may still write when the first has ended.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  }
}
