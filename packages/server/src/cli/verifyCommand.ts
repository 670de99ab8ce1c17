import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { isLetterLocale, LETTER_LOCALES } from '../letters/letter.js'
import { readStatement } from '../statements/readStatement.js'
import { publicKeyIn } from '../statements/signingKey.js'
import { tellVerification } from '../statements/tellVerification.js'
import { verifyStatement } from '../statements/verifyStatement.js'
import type { Store } from '../store/store.js'
import { DEFAULT_STORE, parseStoreUrl } from '../store/storeUrl.js'
import { type Command, INTERRUPTED, misreadBy } from './command.js'
import { storeOf } from './storeOf.js'

const options = {
  store: { type: 'string' },
  'public-key': { type: 'string' },
  json: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [file, ...others] = positionals
  const { lang, json } = values
  const { out, progress } = terminal
  const misread = misreadBy(terminal)
  if (!file || others.length > 0) return misread(`Expected one statement, got ${positionals.length}`)
  if (!isLetterLocale(lang)) return misread(`--lang: expected ${LETTER_LOCALES.join(' or ')}, got "${lang}"`)

  const text = await readFile(file, 'utf8').catch((reason: Error) => reason)
  if (typeof text !== 'string') return misread(`${file}: expected a statement, which can be read (${text.message})`)
  const read = readStatement(text)
  if (!read.ok) return misread(`${file}: ${read.reason}`)

  const signal = terminal.interrupted()
  const onDay = (done: number, of: number, events: number): void =>
    progress(`[helptally] ${done} of ${of} days, ${events} events`)
  const store = storeToCompare(values.store)
  try {
    const given = values['public-key'] === undefined ? null : await publicKeyIn(values['public-key'])
    const verification = await verifyStatement({ file, ...read, given, store }, { onDay, signal })
    if (json) out(JSON.stringify(verification, null, 2))
    else for (const line of tellVerification(verification, lang)) out(line)
    return verification.equal ? 0 : 1
  } catch (reason) {
    if (signal.aborted) return INTERRUPTED
    throw reason
  } finally {
    await store?.close()
  }
}

/**
 * Who was given a statement has no store: where none is named, the default one is compared with only if it is there.
 * Opening makes one.
 */
function storeToCompare(option: string | undefined): Store | null {
  const isNamed = option !== undefined || Boolean(process.env.HELPTALLY_STORE)
  return isNamed || existsSync(parseStoreUrl(DEFAULT_STORE).folder) ? storeOf(option).store : null
}

export const verifyCommand: Command = {
  says: 'checks a statement, and a store against it',
  help: `helptally verify <statement>

Checks a statement's signature and sums, and that a store still has each of its events:
those that were changed, are missing or were added are named. Keep the list of events
(.events.ndjson.gz) beside it. Exit code 0: all is as it was signed; 1: it is not.

  --public-key <file>     the signer's public key, as the signer gave it to you
  --lang <en|es>          default en
  --json                  all that was found, as JSON
  --store <url>           default: HELPTALLY_STORE, or ${DEFAULT_STORE} where it is there`,
  run,
}
