import { parseArgs } from 'node:util'
import { CHANNELS, RULE_VERSION } from '@helptally/core'
import { isLetterLocale, LETTER_LOCALES, type LetterLocale } from '../letters/letter.js'
import { auditInWords, auditTotals } from '../recount/auditInWords.js'
import { type AuditAsked, auditLog } from '../recount/auditLog.js'
import { checkpointIn } from '../recount/checkpoint.js'
import { recountInWords } from '../recount/inWords.js'
import { type RecountAsked, type Recounted, type RecountProgress, recountLog } from '../recount/recountLog.js'
import { sumOf, totalsOf } from '../recount/totals.js'
import { isoOf } from '../reports/heading.js'
import { parseReportQuery } from '../reports/parseReportQuery.js'
import { type Command, INTERRUPTED, misreadBy, type Terminal } from './command.js'
import { readRules } from './readRules.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const options = {
  store: { type: 'string' },
  site: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  tz: { type: 'string', default: 'UTC' },
  audit: { type: 'boolean', default: false },
  rules: { type: 'string' },
  checkpoint: { type: 'string' },
  lang: { type: 'string', default: 'en' },
  json: { type: 'boolean', default: false },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const { site, from, to, tz, lang, json } = values
  const { out, error, progress } = terminal
  const misread = misreadBy(terminal)
  if (!site || !from || !to) return misread('Expected --site <id>, --from <date> and --to <date>, got not all of them')
  if (!isLetterLocale(lang)) return misread(`--lang: expected ${LETTER_LOCALES.join(' or ')}, got "${lang}"`)
  const parsed = parseReportQuery({ site, from, to, tz }, Date.now())
  if (!parsed.ok) return misread(parsed.reason)
  const { period, starts } = parsed.query
  if (values.audit) {
    if (values.rules !== undefined || values.checkpoint !== undefined) {
      return misread('--audit: expected no --rules and no --checkpoint, which are for a recount')
    }
    return audit({ site, from: period.from, to: period.to, starts }, { ...values, tz, lang }, terminal)
  }
  const rules = values.rules === undefined ? null : await readRules(values.rules)
  const asked = { site, from: period.from, to: period.to, starts, rules }
  const checkpoint = values.checkpoint === undefined ? null : checkpointIn(values.checkpoint, asked)
  const before = (await checkpoint?.read()) ?? null
  if (before) error(`[helptally] Goes on where it was interrupted, after ${percent(before)}.`)

  const signal = terminal.interrupted()
  const { store } = storeOf(values.store)
  let reached = before
  async function onProgress(now: RecountProgress): Promise<void> {
    reached = now
    progress(`recounted ${percent(now)}`)
    await checkpoint?.write(now)
  }
  try {
    const found = await recountLog(store, asked, { from: before, onProgress, signal })
    await checkpoint?.remove()
    const isEqual = sumOf(found.differences) + found.rollUp.length === 0
    const lines = json ? [asJson(found, { ...asked, tz, isEqual })] : recountInWords(found, { ...asked, tz }, lang)
    for (const line of lines) out(line)
    return isEqual ? 0 : 1
  } catch (cause) {
    if (!signal.aborted) throw cause
    const after = reached ? percent(reached) : 'nothing'
    error(`[helptally] Interrupted after ${after}. ${checkpoint ? GOES_ON : COULD_GO_ON}`)
    return INTERRUPTED
  } finally {
    await store.close()
  }
}

interface Told {
  readonly store?: string
  readonly tz: string
  readonly lang: LetterLocale
  readonly json: boolean
}

async function audit(asked: AuditAsked, { store: url, tz, lang, json }: Told, terminal: Terminal): Promise<number> {
  const { out, error, progress } = terminal
  const signal = terminal.interrupted()
  const { store } = storeOf(url)
  const onProgress = (done: number, of: number) =>
    progress(`audited ${Math.floor((100 * done) / of)}% of ${of.toLocaleString('en')} events`)
  try {
    const found = await auditLog(store, asked, { onProgress, signal })
    const isEqual = sumOf(found.faults) === 0
    const { idleMs } = CHANNELS.help
    const { site, from, to } = asked
    const heading = { site, from: isoOf(from), to: isoOf(to), tz, ruleVersion: RULE_VERSION, idleMs, isEqual }
    const lines = json
      ? [JSON.stringify({ ...heading, totals: auditTotals(found), ...found })]
      : auditInWords(found, { ...asked, tz, idleMs }, lang)
    for (const line of lines) out(line)
    return isEqual ? 0 : 1
  } catch (cause) {
    if (!signal.aborted) throw cause
    error('[helptally] Interrupted. An audit begins anew.')
    return INTERRUPTED
  } finally {
    await store.close()
  }
}

const GOES_ON = 'The same command goes on from there.'
const COULD_GO_ON = 'With --checkpoint <file> it could go on from there.'

function asJson(
  found: Recounted,
  { isEqual, ...asked }: RecountAsked & { readonly tz: string; readonly isEqual: boolean },
) {
  const { site, from, to, tz, rules } = asked
  const heading = { site, from: isoOf(from), to: isoOf(to), tz, ruleVersion: RULE_VERSION, rules, isEqual }
  return JSON.stringify({ ...heading, totals: totalsOf(found), ...found })
}

const percent = ({ done, parts, events }: RecountProgress): string =>
  `${Math.floor((100 * done) / parts)}% of ${events.toLocaleString('en')} events`

export const recountCommand: Command = {
  says: 'counts again from the log, and compares with what was counted',
  help: `helptally recount --site <id> --from <date> --to <date>

Runs the rulebook over the log, without trusting what the pages claimed, and says where the two
differ and why. Exit code 0: they are equal. 1: they are not.

  --site <id>             the help center it is of
  --from, --to <date>     the days on which the sessions started, the last one excluded; or instants
  --tz <zone>             time zone of the days, default UTC
  --audit                 has the database itself count by openings and gaps instead: an SQL of its own, which
                          does not need the rulebook, and sees no conversations
  --rules <file>          JSON with other rules, such as { "help": { "idleMs": 600000 } }: says how many
                          sessions would merge or split by them, on which day, and which
  --checkpoint <file>     keeps how far it has come: interrupted by Ctrl-C, or killed, the same command
                          goes on from there
  --lang <en|es>          default en
  --json                  the whole answer as JSON
${STORE_HELP}`,
  run,
}
