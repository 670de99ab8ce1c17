import { access } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Where a statement and its manifest lie: beside each other. */
export interface StatementFiles {
  readonly statement: string
  readonly manifest: string
}

const MANIFEST_END = '.events.ndjson.gz'

/** `out`: a file, by its ending .json, or else a folder, in which the statement has a name of its own. */
export function statementFiles(out: string, site: string, from: string, to: string): StatementFiles {
  const isFile = out.endsWith('.json')
  const name = isFile ? basename(out, '.json') : `statement-${site.replaceAll(/[^\w.-]/g, '-')}-${from}-${to}`
  const folder = isFile ? dirname(out) : out
  return { statement: join(folder, `${name}.json`), manifest: join(folder, `${name}${MANIFEST_END}`) }
}

/** What was handed out is never written over. */
export async function refuseExisting(files: StatementFiles): Promise<void> {
  for (const file of [files.statement, files.manifest]) {
    const exists = await access(file).then(
      () => true,
      () => false,
    )
    if (exists) throw new Error(`[helptally] Expected no file at ${file}, found one. Name another place with --out.`)
  }
}
