import { parseArgs } from 'node:util'
import { digestLetter } from '../digest/digestLetter.js'
import { readDigest } from '../digest/readDigest.js'
import { lastWeek, weekOf } from '../digest/week.js'
import { isRealDate } from '../reports/parseMoment.js'
import { type Command, misreadBy } from './command.js'
import { LETTER_HELP, letterOptions, readLetterOptions } from './letterOptions.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options: { ...letterOptions, week: { type: 'string' } } })
  const { week } = values
  const { out } = terminal
  const misread = misreadBy(terminal)
  if (week !== undefined && !isRealDate(week))
    return misread(`--week: expected a day of the week such as 2026-11-16, got "${week}"`)
  const asked = readLetterOptions(values)
  if (typeof asked === 'string') return misread(asked)

  const { site, tz } = asked
  const now = Date.now()
  const { store } = storeOf(values.store)
  const digest = await readDigest(store, { site, tz, week: week ? weekOf(week) : lastWeek(now, tz), now }).finally(() =>
    store.close(),
  )
  await asked.tell(digestLetter(digest, asked), out)
  return 0
}

export const digestCommand: Command = {
  says: 'tells what a week was like, for a mail or a chat',
  help: `helptally digest --site <id>

Tells what a week was like, as Markdown on the standard output, or by mail.

  --week <date>           a day of that week, default: the last week that is over
${LETTER_HELP}
${STORE_HELP}`,
  run,
}
