import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const SOURCE = /\.[cm]?[jt]sx?$/
const NOT_LOOKED_INTO = /^(?:node_modules$|\.)/

/** The first source file of an app with these words in it, by its path from the app's folder. */
export async function findMention(folder: string, words: string, below = ''): Promise<string | undefined> {
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  for (const entry of entries.filter(({ name }) => !NOT_LOOKED_INTO.test(name))) {
    const path = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) {
      const found = await findMention(folder, words, path)
      if (found !== undefined) return found
    } else if (SOURCE.test(entry.name) && (await readFile(join(folder, path), 'utf8')).includes(words)) return path
  }
  return undefined
}
