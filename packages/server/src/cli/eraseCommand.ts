import { parseArgs } from 'node:util'
import { isUuid } from '../isUuid.js'
import type { Command } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const run: Command['run'] = async (args, { out, error }) => {
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

export const eraseCommand: Command = {
  says: 'deletes all events of a visitor',
  help: `helptally erase <visitor>

Deletes all events of a visitor, by the id in the visitor's browser.

${STORE_HELP}`,
  run,
}
