import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { RecountAsked, RecountProgress } from './recountLog.js'

/** How parts are dealt. What is dealt otherwise does not go together, so a recount of another version begins anew. */
const DEALT = 2

/** Keeps how far a recount has come in a file, for one that asks the same to go on from. */
export interface Checkpoint {
  /** null when there is none. Rejects when the file is about another question, or no checkpoint. */
  read(): Promise<RecountProgress | null>
  write(progress: RecountProgress): Promise<void>
  remove(): Promise<void>
}

export function checkpointIn(file: string, asked: RecountAsked): Checkpoint {
  const question = JSON.stringify(asked)
  return {
    async read() {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      if (text === null) return null
      const kept = parse(text)
      if (kept?.question === question) return kept.dealt === DEALT ? kept.progress : null
      throw new Error(
        `[helptally] ${file} is ${kept ? 'where a recount with another question was interrupted' : 'no checkpoint'}. ` +
          'Expected the same site, period, time zone and rules: ask those again, or name another file.',
      )
    },
    async write(progress) {
      await writeFile(`${file}.part`, JSON.stringify({ question, dealt: DEALT, progress }))
      await rename(`${file}.part`, file)
    },
    remove: () => rm(file, { force: true }),
  }
}

interface Kept {
  readonly question: string
  readonly dealt?: number
  readonly progress: RecountProgress
}

function parse(text: string): Kept | null {
  try {
    const kept = JSON.parse(text)
    return typeof kept?.question === 'string' && typeof kept.progress?.done === 'number' ? kept : null
  } catch {
    return null
  }
}
