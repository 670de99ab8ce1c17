// reports.mjs --folder X [--runs 15] [--only a,b] [--tz Europe/Madrid]: how long each report takes over a store that
// store.mjs has made: 30 days in its middle, and all of it, beside the same statements in the bare database, run by run.
// Each run has a period of its own, so that nothing could be answered from the run before.
// reports.mjs --folder X --history [--short Y]: the same 30 days out of that store, and out of one that has little more.
import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { REPORT_NAMES } from '@helptally/server'
import { DATABASE_FILE } from '../dist/store/duckdb/engine.js'
import { machine, median, option } from './children.mjs'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const MONTH_DAYS = 30
const WARM_UPS = 2
/** The one that is opened most. */
const ARTICLE = 'account-setup-0'
const GOALS = { month: 50, all: 300, ratio: 1.2, memory: 400 }

const folder = option('folder')
if (!folder) throw new Error('Expected --folder <a folder that store.mjs has filled>, got none.')
const runs = Number(option('runs', 15))
const only = option('only')?.split(',') ?? REPORT_NAMES
const reports = REPORT_NAMES.filter((name) => only.includes(name))
const tz = option('tz', 'Europe/Madrid')
const made = JSON.parse(await readFile(join(folder, 'made.json'), 'utf8'))
const month = monthInTheMiddle()
const all = { from: made.until - made.days * DAY_MS, to: made.until }

console.log(await machine())
if (process.argv.includes('--history')) await compareHistories()
else await compareWithBare()
console.log(await machine())

async function compareWithBare() {
  const copy = await mkdtemp(`${folder}-bare-`)
  await copyFile(join(folder, DATABASE_FILE), join(copy, DATABASE_FILE))
  const ours = await startReader('ours', folder)
  const raw = await startReader('raw', copy, ours.settings)
  const { rss: opened } = await ours.ask('memory')
  console.log(
    `\nEngine: ${JSON.stringify(ours.settings)}. Times in ms; goals: ${MONTH_DAYS} days at most ${GOALS.month}, `,
  )
  console.log(
    `all ${made.days} days at most ${GOALS.all}, ratio at most ${GOALS.ratio}. First: the first run of all.\n`,
  )
  heading('report', 'range', 'first', 'median', 'worst', 'goal', 'bare median', 'bare worst', 'ratio', 'goal', 'rows')
  for (const report of reports) {
    for (const [range, period, goal] of [
      [`${MONTH_DAYS} days`, month, GOALS.month],
      [`${made.days} days`, all, GOALS.all],
    ]) {
      const seen = await runBoth(ours, raw, report, period)
      const ratio = median(seen.map(({ mine, bare }) => mine.ms / bare.ms))
      const times = (of) => seen.slice(WARM_UPS).map((one) => one[of].ms)
      const [mine, bare] = [times('mine'), times('bare')]
      line(
        ...[report, range, seen[0].mine.ms.toFixed(1), median(mine).toFixed(1), Math.max(...mine).toFixed(1)],
        ...[mark(median(mine), goal), median(bare).toFixed(1), Math.max(...bare).toFixed(1)],
        ...[ratio.toFixed(2), mark(ratio, GOALS.ratio), seen.at(-1).mine.rows],
      )
    }
  }
  const { maxRss } = await ours.ask('memory')
  const peak = maxRss / 1e6
  console.log(
    `\nmemory: ${(opened / 1e6).toFixed(0)} MB once open, at most ${peak.toFixed(0)} MB (${mark(peak, GOALS.memory)})`,
  )
  await Promise.all([ours.end(), raw.end()])
  await rm(copy, { recursive: true })
}

/** By turns, so that what else the machine does hits both. */
async function runBoth(ours, raw, report, period) {
  const seen = []
  for (let run = 0; run < WARM_UPS + runs; run++) {
    const mine = await ours.ask(question(report, period, run))
    seen.push({ mine, bare: await raw.ask({ statements: mine.statements }) })
  }
  return seen
}

async function compareHistories() {
  const short = option('short', `${folder}-short`)
  await makeShort(short)
  const stores = [await startReader('ours', folder), await startReader('ours', short)]
  console.log(`\nThe same ${MONTH_DAYS} days, medians in ms:\n`)
  heading('report', `out of ${made.days} days`, `out of ${2 * MONTH_DAYS + 1} days`, 'ratio', 'rows of each')
  for (const report of reports) {
    const seen = []
    for (let run = 0; run < WARM_UPS + runs; run++) {
      const [long, little] = [
        await stores[0].ask(question(report, month, run)),
        await stores[1].ask(question(report, month, run)),
      ]
      seen.push({ long: long.ms, little: little.ms, rows: `${long.rows}, ${little.rows}` })
    }
    const counted = seen.slice(WARM_UPS)
    const of = (store) => median(counted.map((one) => one[store])).toFixed(1)
    const ratio = median(counted.map(({ long, little }) => long / little)).toFixed(2)
    line(report, of('long'), of('little'), ratio, seen[0].rows)
  }
  await Promise.all(stores.map((store) => store.end()))
}

/** A month before the one in question, as many visits a day, and a day after it. */
async function makeShort(short) {
  if (await readFile(join(short, 'made.json')).catch(() => null)) return
  console.log(`makes ${short} ...`)
  const { visits, articles, queries, seed } = made
  const options = {
    ...{ folder: short, visits, articles, queries, seed },
    ...{ days: 2 * MONTH_DAYS + 1, until: new Date(month.to + DAY_MS).toISOString() },
  }
  const script = fileURLToPath(new URL('store.mjs', import.meta.url))
  await promisify(execFile)(process.execPath, [
    script,
    ...Object.entries(options).flatMap(([key, value]) => [`--${key}`, value]),
  ])
}

/** `run`: which of several, each some minutes later than the one before. */
function question(report, { from, to }, run) {
  const shifted = (instant) => new Date(instant + run * 7 * MINUTE_MS).toISOString()
  const of = report === 'article' ? { article: ARTICLE } : {}
  return { report, params: { site: 'docs', from: shifted(from), to: shifted(to), tz, ...of }, now: made.until }
}

function monthInTheMiddle() {
  const from = made.until - Math.floor((made.days + MONTH_DAYS) / 2) * DAY_MS
  return { from, to: from + MONTH_DAYS * DAY_MS }
}

/** `ask` waits for the answer: one question at a time. */
async function startReader(mode, store, settings = {}) {
  const script = fileURLToPath(new URL('reader.mjs', import.meta.url))
  const child = fork(script, [mode, store, JSON.stringify(settings)])
  const [ready] = await once(child, 'message')
  const ask = async (what) => {
    const answer = once(child, 'message')
    child.send(what)
    const [answered] = await answer
    if (answered.error) throw new Error(answered.error)
    return answered
  }
  const end = async () => {
    const exit = once(child, 'exit')
    child.disconnect()
    await exit
  }
  return { settings: ready.settings, ask, end }
}

function heading(...names) {
  line(...names)
  line(...names.map(() => '---'))
}

function line(...cells) {
  console.log(`| ${cells.join(' | ')} |`)
}

function mark(value, goal) {
  return value <= goal ? 'reached' : `over ${goal}`
}
