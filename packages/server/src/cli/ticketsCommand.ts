import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readFeed } from '../tickets/readFeed.js'
import { takeFeed } from '../tickets/takeFeed.js'
import { type Command, misreadBy } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const run: Command['run'] = async (args, terminal) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { store: { type: 'string' }, site: { type: 'string' } },
    allowPositionals: true,
  })
  const [file, ...others] = positionals
  const { out, error } = terminal
  const misread = misreadBy(terminal)
  if (!file || others.length > 0) return misread(`Expected one file of tickets, got ${positionals.length}`)
  if (!values.site) return misread('Expected --site <id>, the id of a help center, got none')

  const feed = readFeed(await readFile(file, 'utf8'), file.toLowerCase().endsWith('.json') ? 'json' : 'csv', Date.now())
  if (!feed.ok) {
    error(`[helptally] ${file}: ${feed.reason}`)
    return 1
  }
  const { url, store } = storeOf(values.store)
  const { received, refused } = await takeFeed(store, values.site, feed, Date.now()).finally(() => store.close())
  for (const { row, ticket, reason } of refused)
    error(`[helptally] ${file}, row ${row} (${ticket ?? 'no name'}): ${reason}`)
  out(`[helptally] ${url} has taken ${received - refused.length} of ${received} tickets.`)
  return refused.length > 0 ? 1 : 0
}

export const ticketsCommand: Command = {
  says: 'takes the tickets of a help desk',
  help: `helptally tickets <file> --site <id>

Takes the tickets of a help desk, as CSV with a line of headings, or as JSON (.json).

  --site <id>             the help center they are of
${STORE_HELP}`,
  run,
}
