import { parseArgs } from 'node:util'
import { MAX_INTERVALS } from '../reports/intervals.js'
import { isRealDate, parseMoment } from '../reports/parseMoment.js'
import { isTimeZone } from '../reports/zonedTime.js'
import { allSessions } from '../statements/countDays.js'
import { dayStarts } from '../statements/dayStarts.js'
import { makeStatement } from '../statements/makeStatement.js'
import { DEFAULT_KEY, publicFileOf, signingKey } from '../statements/signingKey.js'
import { statementFiles } from '../statements/statementFiles.js'
import { type Command, INTERRUPTED, misreadBy } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const options = {
  store: { type: 'string' },
  site: { type: 'string' },
  from: { type: 'string', default: '' },
  to: { type: 'string', default: '' },
  tz: { type: 'string', default: 'UTC' },
  out: { type: 'string', default: '.' },
  key: { type: 'string', default: DEFAULT_KEY },
} as const

const DAY_MS = 24 * 60 * 60_000
/** As long as a page may send an event again. */
const SETTLED_AFTER_DAYS = 7

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const { site, from, to, tz } = values
  const { out, progress } = terminal
  const misread = misreadBy(terminal)
  const now = Date.now()
  if (!site) return misread('Expected --site <id>, the id of a help center, got none')
  if (!isTimeZone(tz)) return misread(`--tz: expected an IANA time zone such as Europe/Madrid, got "${tz}"`)
  for (const [name, date] of Object.entries({ from, to }))
    if (!isRealDate(date)) return misread(`--${name}: expected a date such as 2026-11-01, got "${date}"`)
  if (from >= to) return misread(`--to: expected a date after ${from}, which no longer belongs to it, got "${to}"`)
  const end = parseMoment(to, tz)!
  if (end > now) return misread(`--to: expected a period that is over, got one that ends on ${to}`)
  if (!dayStarts({ from, to, tz })) return misread(`--from: expected at most ${MAX_INTERVALS} days, got more`)

  const signal = terminal.interrupted()
  const files = statementFiles(values.out, site, from, to)
  const { store } = storeOf(values.store)
  try {
    const key = await signingKey(values.key)
    if (key.isNew)
      out(
        `[helptally] Made a key: ${values.key} signs, and is for nobody else; ${publicFileOf(values.key)} is to be handed out.`,
      )
    const onDay = (done: number, of: number, events: number): void =>
      progress(`[helptally] ${done} of ${of} days, ${events} events`)
    const { totals } = await makeStatement(store, { site, from, to, tz, now, key, files }, { onDay, signal })
    out(
      `[helptally] ${files.statement} states ${allSessions(totals)} sessions of ${site}, from ${from} up to ${to} (${tz}), ` +
        `with the hash of ${totals.events.stored} events. Keep ${files.manifest} beside it. Signed by the key ${key.public.id}.`,
    )
    if (now - end < SETTLED_AFTER_DAYS * DAY_MS)
      out(
        `[helptally] Pages may send what they kept for ${SETTLED_AFTER_DAYS} days, so events of this period may still come: ` +
          'helptally verify names them as late.',
      )
    return 0
  } catch (error) {
    if (signal.aborted) return INTERRUPTED
    throw error
  } finally {
    await store.close()
  }
}

export const statementCommand: Command = {
  says: "signs a period's counts with the hash of their events",
  help: `helptally statement --site <id> --from <date> --to <date>

Signs a period's counts, day by day, with the hash of the events behind them, and writes
the list of these events beside it. helptally verify checks both later.

  --site <id>             the help center it is of
  --from <date>           the first day
  --to <date>             the day after the last
  --tz <zone>             time zone of the days, default UTC
  --out <folder|x.json>   where it is written, default here
  --key <file>            the key that signs, made when there is none, default ${DEFAULT_KEY}
${STORE_HELP}`,
  run,
}
