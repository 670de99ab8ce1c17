import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { erasePlatformVisitor, isPlatformId } from '../conversations/platformVisitor.js'
import type { Pseudonyms } from '../conversations/pseudonyms.js'
import { isUuid } from '../isUuid.js'
import { type Command, misreadBy } from './command.js'
import { pseudonymsHere, SECRET_EXPECTED } from './pseudonymsHere.js'
import { STANDARD_INPUT } from './standardInput.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const options = {
  store: { type: 'string' },
  site: { type: 'string' },
  'platform-visitor': { type: 'string' },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const { site, 'platform-visitor': told } = values
  const misread = misreadBy(terminal)
  if (told === undefined) {
    const [id, ...others] = positionals
    if (!isUuid(id) || others.length > 0)
      return misread('Expected the id of one visitor, a UUID in lower case, got something else')
    const { url, store } = storeOf(values.store)
    const events = await store.eraseVisitor(id).finally(() => store.close())
    terminal.out(saidOf(url, events))
    return 0
  }
  if (positionals.length > 0) return misread('Expected one visitor, by our id or by --platform-visitor, got both')
  if (!site) return misread('Expected --site <id>, the id of a help center, got none')
  const visitor = told === STANDARD_INPUT ? await text(process.stdin) : told
  if (!isPlatformId(visitor)) return misread("--platform-visitor: expected a platform's id, or a telephone number")
  const pseudonyms = pseudonymsHere()
  if (!pseudonyms) return misread(SECRET_EXPECTED)
  return eraseOfPlatform(values.store, pseudonyms, { site, visitor }, terminal)
}

/** Nobody found is not all well: a wrong secret makes other pseudonyms. */
async function eraseOfPlatform(
  option: string | undefined,
  pseudonyms: Pseudonyms,
  visitor: Parameters<typeof erasePlatformVisitor>[2],
  { out, error }: Parameters<Command['run']>[1],
): Promise<number> {
  const { url, store } = storeOf(option)
  const events = await erasePlatformVisitor(store, pseudonyms, visitor).finally(() => store.close())
  if (events > 0) out(saidOf(url, events))
  else error(`[helptally] ${url} has nothing of that visitor. ${NOBODY}`)
  return events > 0 ? 0 : 1
}

const saidOf = (url: string, events: number): string =>
  `[helptally] ${url} has erased ${events} events of that visitor.`

const NOBODY =
  'Expected an id as the platform writes it, or a telephone number with + and the code of its country, and the site ' +
  'and the secret with which it was kept.'

export const eraseCommand: Command = {
  says: 'deletes all events of a visitor',
  help: `helptally erase <visitor>
helptally erase --site <id> --platform-visitor <id>

Deletes all events of a visitor: by the id in the visitor's browser, or by the id that a chat platform has, from which the
one that we keep is made with HELPTALLY_PSEUDONYM_SECRET, else HELPTALLY_SERVER_KEY.

  --site <id>             the help center that the platform tells of
  --platform-visitor <id> the platform's id, or a telephone number with + and the code of its country;
                          ${STANDARD_INPUT} reads it from the standard input, so that no history of a shell keeps it
${STORE_HELP}`,
  run,
}
