import { parseArgs } from 'node:util'
import { sessionsOfSql } from '../conversations/conversations.sql.js'
import { anyInWords, explainAny } from '../explanation/explainAny.js'
import { isUuid } from '../isUuid.js'
import { isLetterLocale, LETTER_LOCALES } from '../letters/letter.js'
import { isoOf } from '../reports/heading.js'
import { isTimeZone } from '../reports/zonedTime.js'
import { timeAt } from '../wallClock.js'
import { type Command, misreadBy, type Terminal } from './command.js'
import { pseudonymsHere, SECRET_EXPECTED } from './pseudonymsHere.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const options = {
  store: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  tz: { type: 'string', default: 'UTC' },
  json: { type: 'boolean', default: false },
  site: { type: 'string' },
  channel: { type: 'string' },
  'platform-conversation': { type: 'string' },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const { lang, tz, json, 'platform-conversation': conversation } = values
  const [id, ...others] = positionals
  const { out, error } = terminal
  const misread = misreadBy(terminal)
  if (!isLetterLocale(lang)) return misread(`--lang: expected ${LETTER_LOCALES.join(' or ')}, got "${lang}"`)
  if (!isTimeZone(tz)) return misread(`--tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`)
  if (conversation !== undefined && positionals.length === 0)
    return listSessions(values.store, { ...values, conversation, tz }, terminal)
  if (!isUuid(id) || others.length > 0)
    return misread('Expected the id of one session, a UUID in lower case, got something else')

  const { url, store } = storeOf(values.store)
  const session = await explainAny(store, id, Date.now()).finally(() => store.close())
  if (!session) {
    error(`[helptally] ${url} counts no session ${id}. Expected the id of the event that opened it.`)
    return 1
  }
  for (const line of json ? [JSON.stringify(session)] : anyInWords(session, { locale: lang, tz })) out(line)
  return 0
}

/** A conversation may have many: each is named, to be explained by its id. */
async function listSessions(
  option: string | undefined,
  asked: {
    readonly site?: string | undefined
    readonly channel?: string | undefined
    readonly conversation: string
    readonly tz: string
    readonly json: boolean
  },
  terminal: Terminal,
): Promise<number> {
  const { site, channel, conversation, tz, json } = asked
  const misread = misreadBy(terminal)
  if (!site || !channel) return misread('Expected --site <id> and --channel <name>, got not both')
  const pseudonyms = pseudonymsHere()
  if (!pseudonyms) return misread(SECRET_EXPECTED)
  const { url, store } = storeOf(option)
  const pseudonym = pseudonyms.conversation(site, channel, conversation)
  const sessions = await store
    .query<{ id: string; started_at: number }>(sessionsOfSql, { site, channel, conversation: pseudonym })
    .finally(() => store.close())
  for (const { id, started_at } of sessions)
    terminal.out(json ? JSON.stringify({ id, started_at: isoOf(started_at) }) : `${timeAt(started_at, tz)}  ${id}`)
  if (sessions.length > 0) return 0
  terminal.error(`[helptally] ${url} counts no session of that conversation. ${NO_SESSION}`)
  return 1
}

const NO_SESSION =
  'Expected the id as the platform tells it, and the site, the channel and the secret with which it was kept.'

export const explainCommand: Command = {
  says: 'says why a session was counted, event by event',
  help: `helptally explain <session>
helptally explain --site <id> --channel <name> --platform-conversation <id>

Says why a session started, what each of its events did to it, why it ended, and by which rules; or names the sessions of
a conversation, of which a chat platform has the id. The one that we keep is made from it with HELPTALLY_PSEUDONYM_SECRET,
else HELPTALLY_SERVER_KEY.

  --lang <en|es>          default en
  --tz <zone>             time zone of the times, default UTC
  --json                  the whole answer as JSON
${STORE_HELP}`,
  run,
}
