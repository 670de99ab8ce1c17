import { parseArgs } from 'node:util'
import { type DualView, dualView } from '../reports/dualView.js'
import { parseReportQuery } from '../reports/parseReportQuery.js'
import { dateAt, timeAt } from '../wallClock.js'
import { type Command, misreadBy } from './command.js'
import { STORE_HELP, storeOf } from './storeOf.js'

const options = {
  store: { type: 'string' },
  site: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  tz: { type: 'string' },
  interval: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const run: Command['run'] = async (args, terminal) => {
  const { values } = parseArgs({ args: [...args], options })
  const { site, from, to, tz, interval } = values
  const misread = misreadBy(terminal)
  if (!site) return misread('Expected --site <id>, the id of a help center, got none')
  const parsed = parseReportQuery({ site, from, to, tz, interval }, Date.now())
  if (!parsed.ok) return misread(`--${parsed.reason}`)

  const { store } = storeOf(values.store)
  const view = await dualView(store, parsed.query).finally(() => store.close())
  terminal.out(values.json ? JSON.stringify(view, null, 2) : saidView(view))
  return 0
}

const HEAD = ['', 'sessions', 'web analytics'] as const

function saidView({ rows, totals, tz, interval }: DualView): string {
  const startOf = (start: string): string => {
    const at = Date.parse(start)
    return interval === 'hour' ? timeAt(at, tz).slice(0, '2026-03-10 09:30'.length) : dateAt(at, tz)
  }
  const lines = [
    HEAD,
    ...rows.map((row) => [startOf(row.start), String(row.sessions), String(row.web_analytics_sessions)] as const),
    ['all', String(totals.sessions), String(totals.web_analytics_sessions)] as const,
  ]
  const table = lines.map(([name, ...numbers]) => {
    const [sessions, visits] = numbers.map((text, i) => text.padStart(HEAD[i + 1]!.length))
    return `${name.padEnd(16)}  ${sessions}  ${visits}`.trimEnd()
  })
  return [
    ...table,
    'A session ends five minutes after the last activity in its tab. The other column says what the half hour of',
    'web analytics would make of the same articles, by visitor: to compare with, and no count of Helptally.',
  ].join('\n')
}

export const sessionsCommand: Command = {
  says: 'counts sessions, beside those that web analytics would',
  help: `helptally sessions --site <id>

Counts the sessions of each day, beside what the half hour of web analytics would make of the same articles.

  --site <id>             the help center they are of
  --from <date>           default: 30 days up to now, today included
  --to <date>             the day after the last one
  --tz <zone>             time zone of the days, default UTC
  --interval <length>     hour, day, week or month, default day
  --json                  says it as JSON
${STORE_HELP}`,
  run,
}
