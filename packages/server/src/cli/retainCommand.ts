import { parseArgs } from 'node:util'
import { isoOf } from '../reports/heading.js'
import { isTimeZone } from '../reports/zonedTime.js'
import { forgetOld } from '../retention/forgetOld.js'
import { NONE, type OldDay, oldDays, sumOf } from '../retention/oldDays.js'
import { isKeepDays, MIN_KEEP_DAYS } from '../store/keepDays.js'
import type { Forgotten } from '../store/store.js'
import { parseStoreUrl } from '../store/storeUrl.js'
import { type Command, INTERRUPTED, misreadBy } from './command.js'
import { STORE_HELP, storeOf, urlOf } from './storeOf.js'

const DAY_MS = 24 * 60 * 60_000

const options = {
  store: { type: 'string' },
  'keep-days': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  tz: { type: 'string', default: 'UTC' },
  json: { type: 'boolean', default: false },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const { tz, json } = values
  const { out, error, progress } = terminal
  const misread = misreadBy(terminal)
  const keepDays = values['keep-days'] ?? String(parseStoreUrl(urlOf(values.store)).keepDays ?? '')
  if (!isKeepDays(keepDays))
    return misread(`--keep-days: expected a number of days, at least ${MIN_KEEP_DAYS}, got "${keepDays}"`)
  if (!isTimeZone(tz)) return misread(`--tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`)

  const signal = terminal.interrupted()
  const before = Date.now() - Number(keepDays) * DAY_MS
  // Without the policy of its URL: what goes, this command says.
  const { url, store } = storeOf(values.store, { keepDays: null })
  let gone = NONE
  try {
    const days = await oldDays(store, before, tz)
    const all = sumOf(days)
    const onGone = (now: Forgotten): void => {
      gone = now
      progress(`[helptally] forgotten ${now.events} of ${all.events} events`)
    }
    const dryRun = values['dry-run']
    const done = dryRun ? all : await forgetOld(store, days, { before, tz, onGone, signal })
    const told = { store: url, keepDays: Number(keepDays), before: isoOf(before), tz, dryRun, ...done, days }
    for (const line of json ? [JSON.stringify(told)] : inWords(told)) out(line)
    return 0
  } catch (reason) {
    if (!signal.aborted) throw reason
    error(`[helptally] Interrupted: ${amountOf(gone)} are gone. The same command goes on from there.`)
    return INTERRUPTED
  } finally {
    await store.close()
  }
}

interface Told extends Forgotten {
  readonly store: string
  readonly keepDays: number
  /** ISO instant. */
  readonly before: string
  readonly dryRun: boolean
  readonly days: readonly OldDay[]
}

function inWords(told: Told): string[] {
  const { store, keepDays, before, dryRun, days } = told
  if (!dryRun) return [`[helptally] ${store} has forgotten ${amountOf(told)} older than ${keepDays} days.`]
  return [
    `[helptally] ${store} would forget ${amountOf(told)} older than ${keepDays} days, from before ${before}.`,
    ...days.map((day) => `${day.date}  ${amountOf(day)}`),
  ]
}

const amountOf = ({ sessions, events }: Forgotten): string => `${sessions} sessions (${events} events)`

export const retainCommand: Command = {
  says: 'keeps so many days, and deletes what is older',
  help: `helptally retain --keep-days <n>

Deletes the sessions whose last activity is older than so many days, each as a whole, and the events
and tickets that are as old and in no younger session: of the help center and of conversations.
Signed statements can say later that it was done. --dry-run says which days would go.

To have it done about once an hour, put the days into the URL of the store, as in
duckdb:/var/lib/helptally?keepDays=400, for all who open it.

  --keep-days <n>         days to keep, at least ${MIN_KEEP_DAYS}, default: those of the store's URL
  --dry-run               deletes nothing, and says how much of which days would go
  --tz <zone>             time zone of the days, default UTC
  --json                  what went, or would go, as JSON
${STORE_HELP}`,
  run,
}
