// store.mjs --folder X [--events 10000000 | --visits <a day>] [--days 365] [--until 2026-11-01] [--articles 2000]
// [--queries 20000] [--seed 1]: makes a store as a large help center would have it after some time: the seed's own tabs,
// told to the log in the order of their days and drained from there. The number of events is met about. The same day of as
// many visits has the same events, whatever the other days are.
import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openStore, toLine } from '@helptally/server'
import { seedDay } from '../dist/seed/seedDay.js'
import { machine, option } from './children.mjs'
import { largeShelf } from './largeShelf.mjs'

const DAY_MS = 86_400_000
const ROWS_AT_ONCE = 4_000
/** What may lie in the log: more would be drained in the end, and say less of how a store comes to be. */
const DRAINED_EVERY = 200_000
const SENDING_MS = 600
const SAMPLE = { days: 91, visits: 40 }

const folder = option('folder')
if (!folder) throw new Error('Expected --folder <new folder>, got none.')
const days = Number(option('days', 365))
const until = Date.parse(option('until', '2026-11-01'))
const articles = Number(option('articles', 2_000))
const queries = Number(option('queries', 20_000))
const seed = Number(option('seed', 1))
const readership = { site: 'docs', seed, shelf: largeShelf({ articles, queries, missing: 3_000 }) }

console.log(await machine())
const eachVisit = eventsOfVisit()
const visits = Number(option('visits', 0)) || Math.round(Number(option('events', 10_000_000)) / days / eachVisit)
const expected = visits * eachVisit * days
console.log(`${visits} visits on a common day`)
const store = openStore(`duckdb:${folder}`)
const [{ n: before }] = await store.query('select count(*) as n from events')
if (before > 0) throw new Error(`Expected a new folder, found a store of ${before} events in ${folder}.`)

const startedAt = performance.now()
let made = 0
let waiting = 0
for (const day of daysBefore(until, days)) {
  let rows = []
  const tabs = [...seedDay({ ...readership, visitsADay: visits }, day)].sort((a, b) => a.events[0].ts - b.events[0].ts)
  for (const { events, reader } of tabs) {
    for (const event of events) rows.push(toLine(event, event.ts + SENDING_MS, event.ts, { device: reader.device }))
    if (rows.length < ROWS_AT_ONCE) continue
    await append(rows)
    rows = []
  }
  await append(rows)
}
await store.query('select 1')
await store.query('checkpoint')
const [kept] = await store.query(
  'select count(*) as events, count(*) filter (where e.event_id = e.session_id) as sessions from events e',
)
if (kept.events !== made) throw new Error(`made ${made} events, stored ${kept.events}`)
// For reports.mjs.
await writeFile(join(folder, 'made.json'), JSON.stringify({ until, days, visits, articles, queries, seed }))
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
await store.close()
const { size } = await stat(join(folder, 'helptally.duckdb'))
console.log(
  `${kept.events} events, ${kept.sessions} sessions over ${days} days before ${new Date(until).toISOString().slice(0, 10)}: ` +
    `${seconds().toFixed(0)} s, ${((userCPUTime + systemCPUTime) / 1e6).toFixed(0)} CPU s, ${(size / 1e6).toFixed(0)} MB on disk ` +
    `(${(size / made).toFixed(1)} bytes an event), at most ${(maxRSS / 1_024).toFixed(0)} MB of memory`,
)
console.log(await machine())

async function append(rows) {
  await store.append(rows)
  made += rows.length
  waiting += rows.length
  if (waiting < DRAINED_EVERY) return
  await store.query('select 1')
  waiting = 0
  const rss = (process.memoryUsage.rss() / 1e6).toFixed(0)
  const left = (seconds() / made) * (expected - made)
  console.log(
    `${((100 * made) / expected).toFixed(1)} %, ${made} events, ${(made / seconds()).toFixed(0)} a second, ${rss} MB, ` +
      `${Math.max(0, left).toFixed(0)} s to go`,
  )
}

function seconds() {
  return (performance.now() - startedAt) / 1_000
}

/** What the seed's tabs make of a visit, on average over all days of the week. */
function eventsOfVisit() {
  let sampled = 0
  for (const day of daysBefore(Date.UTC(2026, 0, 5), SAMPLE.days)) {
    for (const tab of seedDay({ ...readership, visitsADay: SAMPLE.visits }, day)) sampled += tab.events.length
  }
  return sampled / (SAMPLE.days * SAMPLE.visits)
}

function daysBefore(end, count) {
  return Array.from({ length: count }, (_, i) => {
    const start = end - (count - i) * DAY_MS
    return { start, weekday: new Date(start).getUTCDay() }
  })
}
