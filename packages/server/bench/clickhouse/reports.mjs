// reports.mjs --folder X [--runs 9] [--only a,b] [--tz Europe/Madrid]: how long each report takes over the ClickHouse that
// copy.mjs has filled, by the store, beside the same statements sent to the same server bare, and beside DuckDB with the
// same rows: by turns, each run with a period of its own.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore, parseReportQuery, REPORT_NAMES, readReport } from '@helptally/server'
import { questionOf } from '../../dist/sql/clickhouse/question.js'
import { QUESTION_SETTINGS } from '../../dist/sql/clickhouse/settings.js'
import { machine, median, option } from '../children.mjs'
import { startClickhouse } from './cluster.mjs'

const DAY_MS = 86_400_000
const MONTH_DAYS = 30
const WARM_UPS = 1
/** The one that is opened most. */
const ARTICLE = 'account-setup-0'

const folder = option('folder')
if (!folder) throw new Error('Expected --folder <a folder that copy.mjs has filled>, got none.')
const runs = Number(option('runs', 9))
const only = option('only')?.split(',') ?? REPORT_NAMES
const tz = option('tz', 'Europe/Madrid')
const made = JSON.parse(await readFile(join(folder, 'made.json'), 'utf8'))
const middle = made.until - Math.floor((made.days + MONTH_DAYS) / 2) * DAY_MS
const periods = {
  [`${MONTH_DAYS} days`]: { from: middle, to: middle + MONTH_DAYS * DAY_MS },
  [`${made.days} days`]: { from: made.until - made.days * DAY_MS, to: made.until },
}

const log = await mkdtemp(join(folder, 'log-'))
const server = await startClickhouse(join(folder, 'clickhouse'))
const store = openStore(`clickhouse://default@127.0.0.1:${server.port}/default?folder=${log}`)
const duckdb = await startReader()
let asked = []
const told =
  (ask) =>
  (statement, params = {}, ...others) => {
    asked.push({ statement, params })
    return ask(statement, params, ...others)
  }
const watched = { ...store, query: told(store.query), queryFacts: told(store.queryFacts) }

console.log(await machine())
console.log(
  '| report | range | by the store, ms: first, median | bare, median | ratio | CPU ms: ours and the server, bare, DuckDB | rows: both | statements |',
)
console.log('|---|---|---|---|---|---|---|---|')
for (const report of REPORT_NAMES.filter((name) => only.includes(name))) {
  for (const [range, period] of Object.entries(periods)) {
    const seen = []
    try {
      for (let run = 0; run < WARM_UPS + runs; run++) seen.push(await oneRun(report, period, run))
    } catch (error) {
      console.log(`| ${report} | ${range} | ${String(error.message).split('\n')[0].slice(0, 160)} |`)
      continue
    }
    const counted = seen.slice(WARM_UPS)
    const of = (name) => median(counted.map((one) => one[name])).toFixed(0)
    const ratio = median(counted.map(({ mine, bare }) => mine / bare)).toFixed(2)
    const { rows, theirRows, statements } = seen.at(-1)
    const times = `${seen[0].first.toFixed(0)}, ${of('mine')} | ${of('bare')} | ${ratio}`
    const cpu = `${of('mineCpu')}, ${of('bareCpu')}, ${of('theirCpu')}`
    console.log(`| ${report} | ${range} | ${times} | ${cpu} | ${rows}, ${theirRows} | ${statements} |`)
  }
}
console.log(await machine())
await store.close()
duckdb.end()
await server.end()
await rm(log, { recursive: true })

async function oneRun(report, { from, to }, run) {
  const shifted = (instant) => new Date(instant + run * 7 * 60_000).toISOString()
  const of = report === 'article' ? { article: ARTICLE } : {}
  const params = { site: 'docs', from: shifted(from), to: shifted(to), tz, ...of }
  const ask = () => readReport(watched, report, parseReportQuery(params, made.until).query, made.until)
  asked = []
  const startedAt = performance.now()
  const { rows } = await ask()
  const first = performance.now() - startedAt
  const statements = asked.slice()
  // A server answers faster what it was asked before, so both ask again, and each is the first of them in turn.
  const works = { mine: ask, bare: () => askBare(statements) }
  const order = run % 2 === 0 ? ['mine', 'bare'] : ['bare', 'mine']
  const took = {}
  for (const who of order) took[who] = await measured(works[who])
  const before = await cpuOf()
  const { rows: theirRows } = await duckdb.ask({ report, params, now: made.until })
  return {
    ...{ first, mine: took.mine.ms, bare: took.bare.ms, rows: rows.length, theirRows, statements: statements.length },
    ...{ mineCpu: took.mine.here, bareCpu: took.bare.server, theirCpu: (await cpuOf()).reader - before.reader },
  }
}

async function measured(work) {
  const [before, startedAt] = [await cpuOf(), performance.now()]
  await work()
  const ms = performance.now() - startedAt
  const after = await cpuOf()
  return { ms, here: after.here - before.here, server: after.server - before.server }
}

/** In ms. What the machine has to do besides makes less of a difference to it than to the time. */
async function cpuOf() {
  const ms = ({ user, system }) => (user + system) / 1_000
  const [server_, reader] = [ms(await server.usage()), ms(await duckdb.ask('memory'))]
  return { here: ms(process.cpuUsage()) + server_, server: server_, reader }
}

/** One after the other, over a connection that stays: as bare as it can be. */
async function askBare(statements) {
  for (const { statement, params } of statements) {
    const form = new FormData()
    form.set('query', questionOf(statement, params))
    for (const [name, value] of Object.entries(params)) form.set(`param_${name}`, inText(value))
    const search = new URLSearchParams(QUESTION_SETTINGS)
    const response = await fetch(`http://127.0.0.1:${server.port}/?${search}`, { method: 'POST', body: form })
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    JSON.parse(text)
  }
}

function inText(value) {
  if (value === null) return '\\N'
  if (Array.isArray(value))
    return `[${value.map((one) => (typeof one === 'string' ? `'${one.replace(/[\\']/g, '\\$&')}'` : inText(one))).join(',')}]`
  return String(value)
}

async function startReader() {
  const child = fork(fileURLToPath(new URL('../reader.mjs', import.meta.url)), ['ours', folder, '{}'])
  await once(child, 'message')
  const ask = async (what) => {
    const answer = once(child, 'message')
    child.send(what)
    const [answered] = await answer
    if (answered.error) throw new Error(answered.error)
    return answered
  }
  return { ask, end: () => child.disconnect() }
}
