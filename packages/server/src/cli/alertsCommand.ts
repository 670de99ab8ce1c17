import { parseArgs } from 'node:util'
import { alertLetter } from '../alerts/alertLetter.js'
import { readAlerts } from '../alerts/readAlerts.js'
import { type Command, misreadBy } from './command.js'
import { LETTER_HELP, letterOptions, readLetterOptions } from './letterOptions.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const MOST_DAYS = 90

/** Says nothing when no rule fires, so that cron does not either. */
const run: Command['run'] = async (args, terminal) => {
  const options = { ...letterOptions, days: { type: 'string', default: '7' } } as const
  const { values } = parseArgs({ args: [...args], options })
  const days = /^\d{1,2}$/.test(values.days) ? Number(values.days) : 0
  const { out } = terminal
  const misread = misreadBy(terminal)
  if (days < 1 || days > MOST_DAYS) return misread(`--days: expected 1 to ${MOST_DAYS}, got "${values.days}"`)
  const asked = readLetterOptions(values)
  if (typeof asked === 'string') return misread(asked)

  const { site, tz } = asked
  const { store } = storeOf(values.store)
  const alerts = await readAlerts(store, { site, tz, days, now: Date.now() }).finally(() => store.close())
  const letter = alertLetter(alerts, asked)
  if (letter) await asked.tell(letter, out)
  return 0
}

export const alertsCommand: Command = {
  says: 'tells what got worse, by which rule',
  help: `helptally alerts --site <id>

Tells what got worse in the last days, by which rule; nothing when no rule fires.

  --days <n>              days that are over, against four times as many before, default 7
${LETTER_HELP}
${STORE_HELP}`,
  run,
}
