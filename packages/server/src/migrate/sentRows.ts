import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../makeFolder.js'

/**
 * How many rows a migration knows to be on a cluster, by what they are. A replica that shows fewer has not caught up, and
 * is not believed when it says what is missing.
 */
export interface SentRows {
  expected(of: string): number
  /** Durable when it resolves. `plan`: what has brought them; told again, nothing is added. */
  add(plan: string, rows: Readonly<Record<string, number>>): Promise<void>
  /** What is gone from the cluster is expected no more. */
  set(of: string, rows: number): Promise<void>
}

interface Kept {
  readonly last: string
  readonly rows: Record<string, number>
}

export async function sentRows(folder: string, source: string): Promise<SentRows> {
  const file = join(folder, `${source}.sent.json`)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  let kept: Kept = text === null ? { last: '', rows: {} } : JSON.parse(text)

  async function write(next: Kept): Promise<void> {
    await makeFolder(folder)
    await writeFile(`${file}.part`, JSON.stringify(next))
    await rename(`${file}.part`, file)
    kept = next
  }

  return {
    expected: (of) => kept.rows[of] ?? 0,
    async add(plan, rows) {
      if (kept.last === plan) return
      const sums = { ...kept.rows }
      for (const [of, n] of Object.entries(rows)) sums[of] = (sums[of] ?? 0) + n
      await write({ last: plan, rows: sums })
    },
    async set(of, rows) {
      if (kept.rows[of] !== rows) await write({ ...kept, rows: { ...kept.rows, [of]: rows } })
    },
  }
}
