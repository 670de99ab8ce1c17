import { parseArgs } from 'node:util'
import type { Command } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const run: Command['run'] = async (args, { out, error }) => {
  const { values } = parseArgs({ args: [...args], options: { store: { type: 'string' } } })
  const { url, store } = storeOf(values.store)
  const health = await store.health()
  await store.close()
  if (health.reason) error(health.reason)
  if (!health.ready) return 1
  out(`[helptally] ${url} is ready: it takes events and answers reports.`)
  return 0
}

export const healthCommand: Command = {
  says: 'says whether a store takes events and answers reports',
  help: `helptally health

Says whether a store takes events and answers reports. Exit code 0: it does.

${STORE_HELP}`,
  run,
}
