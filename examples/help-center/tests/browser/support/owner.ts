import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'

/** Another process of the site, which answers for its store. */
export interface Owner {
  end(): Promise<void>
}

const SERVER = createRequire(import.meta.url).resolve('@helptally/server')
const DUCKDB = createRequire(SERVER).resolve('@duckdb/node-api')

/**
 * Resolves when it answers for the store in this folder. By an injected fault the database never comes to an end with
 * statements that have these words; all others are answered.
 */
export async function startOwner(folder: string, words: string): Promise<Owner> {
  const script = `
    import duckdb from ${JSON.stringify(DUCKDB)}
    import { openStore } from ${JSON.stringify(SERVER)}
    const { prototype } = duckdb.DuckDBConnection
    const { runAndReadAll } = prototype
    prototype.runAndReadAll = function (sql, ...rest) {
      return sql.includes(${JSON.stringify(words)}) ? new Promise(() => {}) : runAndReadAll.call(this, sql, ...rest)
    }
    const { owner } = await openStore(${JSON.stringify(`duckdb:${folder}`)}).health()
    process.stdout.write(String(owner))
    setInterval(() => {}, 1_000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [answer] = (await once(child.stdout, 'data')) as [Buffer]
  if (answer.toString() !== String(child.pid)) throw new Error(`expected that ${child.pid} answers, got ${answer}`)
  return {
    async end() {
      const gone = once(child, 'exit')
      if (child.kill('SIGKILL')) await gone
    },
  }
}
