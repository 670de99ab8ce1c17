import { processWide } from '../../processWide.js'

/** DuckDB's lock keeps other processes out of its file, but not a second opening in this one. Returns the release. */
export function claimFolder(folder: string): () => void {
  const claimed = processWide('helptally.folders', () => new Set<string>())
  if (claimed.has(folder)) {
    throw new Error(
      `[helptally] The store ${folder} is open in this process already. Expected one store a folder: ` +
        'take it from sharedStore(url), or close the other one first.',
    )
  }
  claimed.add(folder)
  return () => claimed.delete(folder)
}
