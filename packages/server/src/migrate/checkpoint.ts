import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../makeFolder.js'
import type { SourceId } from './copyEvents.js'
import { workFolder } from './workFolder.js'

/** Which days are copied and compared, with the marks that they had then, in a file beside the store that is filled. */
export interface Checkpoint {
  isDone(day: string, mark: string): boolean
  /** Durable when it resolves. */
  done(day: string, mark: string): Promise<void>
}

export async function checkpointOf(folder: string, source: SourceId): Promise<Checkpoint> {
  const file = join(workFolder(folder), `${source}.days.json`)
  const days: Record<string, string> = parse(await readFile(file, 'utf8').catch(ifMissing))
  return {
    isDone: (day, mark) => days[day] === mark,
    async done(day, mark) {
      days[day] = mark
      await makeFolder(workFolder(folder))
      await writeFile(`${file}.part`, JSON.stringify(days))
      await rename(`${file}.part`, file)
    },
  }
}

/** What nobody can read is done again. */
function parse(text: string): Record<string, string> {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

function ifMissing(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '{}'
  throw error
}
