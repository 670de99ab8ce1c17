import { parseArgs } from 'node:util'
import { isKeepDays, MIN_KEEP_DAYS } from '../store/storeUrl.js'
import type { Command } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const DAY_MS = 24 * 60 * 60_000

const run: Command['run'] = async (args, { out, error }) => {
  const { values } = parseArgs({
    args: [...args],
    options: { store: { type: 'string' }, 'keep-days': { type: 'string' } },
  })
  const days = values['keep-days'] ?? ''
  if (!isKeepDays(days)) {
    error(
      `[helptally] --keep-days: expected a number of days, at least ${MIN_KEEP_DAYS}, got "${days}". See helptally --help.`,
    )
    return 2
  }
  const { url, store } = storeOf(values.store)
  const gone = await store.forgetBefore(Date.now() - Number(days) * DAY_MS).finally(() => store.close())
  out(`[helptally] ${url} has forgotten ${gone.sessions} sessions (${gone.events} events) older than ${days} days.`)
  return 0
}

export const forgetCommand: Command = {
  says: 'deletes what is older than so many days',
  help: `helptally forget --keep-days <n>

Deletes the sessions and events that are older than so many days.

  --keep-days <n>         days to keep, at least ${MIN_KEEP_DAYS}
${STORE_HELP}`,
  run,
}
