import { parseArgs } from 'node:util'
import { isUuid } from '../isUuid.js'
import type { Command } from './command.js'
import { storeOf } from './storeOf.js'

export const eraseCommand: Command = async (args, { out, error }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { store: { type: 'string' } },
    allowPositionals: true,
  })
  const [visitor, ...others] = positionals
  if (!isUuid(visitor) || others.length > 0) {
    error('[helptally] Expected the id of one visitor, a UUID in lower case, got something else. See helptally --help.')
    return 2
  }
  const { url, store } = storeOf(values.store)
  const events = await store.eraseVisitor(visitor).finally(() => store.close())
  out(`[helptally] ${url} has erased ${events} events of that visitor.`)
  return 0
}
