import { parseArgs } from 'node:util'
import type { Command } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const MEGABYTE = 1_000_000

const run: Command['run'] = async (args, { out, error }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { store: { type: 'string' } },
    allowPositionals: true,
  })
  const [to, ...others] = positionals
  if (!to || others.length > 0) {
    error(`[helptally] Expected one folder to copy the store to, got ${positionals.length}. See helptally --help.`)
    return 2
  }
  const { url, store } = storeOf(values.store)
  const { events, bytes } = await store.backup(to).finally(() => store.close())
  out(
    `[helptally] ${url} is copied to ${to}: ${events} events, ${(bytes / MEGABYTE).toFixed(1)} MB. ` +
      'It is a store itself: read it as --store duckdb:<folder>, or put it in the place of the other.',
  )
  return 0
}

export const backupCommand: Command = {
  says: 'copies a store, while the site runs',
  help: `helptally backup <folder>

Copies a store, while the site runs, into a folder that is then a store itself.

${STORE_HELP}`,
  run,
}
