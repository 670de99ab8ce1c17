import { parseArgs } from 'node:util'
import type { Command } from './command.js'
import { storeOf } from './storeOf.js'

export const healthCommand: Command = async (args, { out, error }) => {
  const { values } = parseArgs({ args: [...args], options: { store: { type: 'string' } } })
  const { url, store } = storeOf(values.store)
  const health = await store.health()
  await store.close()
  if (health.reason) error(health.reason)
  if (!health.ready) return 1
  out(`[helptally] ${url} is ready: it takes events and answers reports.`)
  return 0
}
