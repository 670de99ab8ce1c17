import { parseArgs } from 'node:util'
import { anyInWords, explainAny } from '../explanation/explainAny.js'
import { isUuid } from '../isUuid.js'
import { isLetterLocale, LETTER_LOCALES } from '../letters/letter.js'
import { isTimeZone } from '../reports/zonedTime.js'
import { type Command, misreadBy } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const options = {
  store: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  tz: { type: 'string', default: 'UTC' },
  json: { type: 'boolean', default: false },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const { lang, tz, json } = values
  const [id, ...others] = positionals
  const { out, error } = terminal
  const misread = misreadBy(terminal)
  if (!isUuid(id) || others.length > 0)
    return misread('Expected the id of one session, a UUID in lower case, got something else')
  if (!isLetterLocale(lang)) return misread(`--lang: expected ${LETTER_LOCALES.join(' or ')}, got "${lang}"`)
  if (!isTimeZone(tz)) return misread(`--tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`)

  const { url, store } = storeOf(values.store)
  const session = await explainAny(store, id, Date.now()).finally(() => store.close())
  if (!session) {
    error(`[helptally] ${url} counts no session ${id}. Expected the id of the event that opened it.`)
    return 1
  }
  for (const line of json ? [JSON.stringify(session)] : anyInWords(session, { locale: lang, tz })) out(line)
  return 0
}

export const explainCommand: Command = {
  says: 'says why a session was counted, event by event',
  help: `helptally explain <session>

Says why a session started, what each of its events did to it, why it ended, and by which rules.

  --lang <en|es>          default en
  --tz <zone>             time zone of the times, default UTC
  --json                  the whole answer as JSON
${STORE_HELP}`,
  run,
}
