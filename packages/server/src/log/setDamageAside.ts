import { readFile, rename, writeFile } from 'node:fs/promises'
import { syncFile } from './segmentFile.js'
import { DAMAGED } from './segmentName.js'

/**
 * A disk that fails, or a hand that edits, can leave lines in a segment that are no events. They are put into a file
 * beside it, for people, so that the others can be taken in. Resolves to whether there were any.
 */
export async function setDamageAside(path: string): Promise<boolean> {
  const lines = (await readFile(path)).toString('latin1').split('\n').filter(Boolean)
  const good = lines.filter(isReadable)
  const bad = lines.filter((line) => !isReadable(line))
  if (bad.length === 0) return false
  await replace(`${path}${DAMAGED}`, bad)
  await replace(path, good)
  return true
}

export const someDamaged = (folder: string): string =>
  `[helptally] Some lines of the log could not be read, and are not counted: they lie in ${folder}, in the files ` +
  '*.damaged. Expected a disk that keeps what is written: look after it, and remove those files.'

/** As bytes, so that what is not UTF-8 is seen, and kept as it is. */
function isReadable(bytes: string): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'))
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

async function replace(path: string, lines: readonly string[]): Promise<void> {
  const next = `${path}.next`
  await writeFile(next, lines.map((line) => `${line}\n`).join(''), 'latin1')
  await syncFile(next)
  await rename(next, path)
}
