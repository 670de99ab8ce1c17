// beside.mjs --folder X --umami http://127.0.0.1:3100 --website <id> [--user admin] [--password umami] [--days 30]
// [--rounds 3]: how long it takes in Chromium until the numbers of so many days stand on the page, in our dashboard and in
// an Umami 3.1 that fill.mjs has given the same events, by turns in one run. Cold is a new browser, warm its second visit.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium, QUIET } from '../../../examples/help-center/tests/browser/support/chromium.ts'
import { machine, median, option } from '../../../packages/server/bench/children.mjs'
import { startExampleSite } from '../exampleSite.mjs'

const DAY_MS = 86_400_000
const WITHIN_MS = 300_000

const [folder, umami, website] = ['folder', 'umami', 'website'].map((name) => {
  const value = option(name)
  if (!value) throw new Error(`Expected --${name}, got none.`)
  return value
})
const { until } = JSON.parse(await readFile(join(folder, 'made.json'), 'utf8'))
const days = Number(option('days', 30))
const from = until - days * DAY_MS

console.log(await machine())
const site = await startExampleSite(folder)
const browser = await chromium.launch({ executablePath: findChromium(), args: QUIET })
const token = await signIn()
const day = (at) => new Date(at).toISOString().slice(0, 10)
const ours = (path) => `${site.url}/help-insights${path}?from=${day(from)}&to=${day(until)}`
const theirs = (path) => `${umami}/websites/${website}${path}?date=range:${from}:${until - 1}`

/** By page: where it is, and what has to stand there. */
const PAGES = {
  'Overview, Helptally': [ours(''), { charts: 'main svg', rows: 5 }],
  'Overview, Umami': [theirs(''), { charts: 'canvas', lines: [10, '^\\d+%$'] }],
  'Sessions, Helptally': [ours('/sessions'), { rows: 10 }],
  'Sessions, Umami': [theirs('/sessions'), { rows: 10 }],
  'Performance, Helptally': [ours('/performance'), { charts: 'main svg', rows: 5 }],
  'Performance, Umami': [theirs('/performance'), { charts: 'canvas', lines: [10, '^[\\d.]+ m?s$'] }],
}

try {
  const seen = Object.fromEntries(Object.keys(PAGES).map((name) => [name, { cold: [], warm: [] }]))
  for (let round = 0; round < Number(option('rounds', 3)); round++)
    for (const [name, [address, wanted]] of Object.entries(PAGES)) {
      const reader = await browser.newContext({ viewport: { width: 1440, height: 900 }, timezoneId: 'UTC' })
      await reader.addInitScript((value) => localStorage.setItem('umami.auth', JSON.stringify(value)), token)
      for (const times of [seen[name].cold, seen[name].warm]) times.push(await visit(reader, address, wanted))
      await reader.close()
    }
  console.log(
    `\n| page, ${days} days | cold, ms | warm, ms | requests until then, cold | kB until then, cold |\n| --- | --- | --- | --- | --- |`,
  )
  for (const [name, { cold, warm }] of Object.entries(seen)) {
    const [coldMs, warmMs] = [cold, warm].map((visits) => Math.round(median(visits.map(({ ms }) => ms))))
    console.log(`| ${name} | ${coldMs} | ${warmMs} | ${cold[0].requests} | ${Math.round(cold[0].bytes / 1000)} |`)
  }
} finally {
  await browser.close()
  site.kill()
}
console.log(await machine())

async function visit(reader, address, wanted) {
  const page = await reader.newPage()
  const wire = await reader.newCDPSession(page)
  const got = { requests: 0, bytes: 0 }
  await wire.send('Network.enable')
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    got.requests++
    got.bytes += encodedDataLength
  })
  await page.goto(address, { waitUntil: 'commit' })
  const stood = await page.waitForFunction(whenStands, wanted, { polling: 'raf', timeout: WITHIN_MS })
  const ms = await stood.jsonValue()
  await page.close()
  return { ms, ...got }
}

/** Runs in the page: ms since its navigation began, or false until all that is wanted stands there. */
function whenStands({ charts, rows = 0, lines: [count, like] = [0, ''] }) {
  return (
    (!charts || document.querySelector(charts) !== null) &&
    document.querySelectorAll('tbody tr').length >= rows &&
    (document.body.innerText.match(new RegExp(like, 'gm')) ?? []).length >= count &&
    performance.now()
  )
}

async function signIn() {
  const answer = await fetch(`${umami}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: option('user', 'admin'), password: option('password', 'umami') }),
  })
  if (!answer.ok) throw new Error(`Expected Umami to let ${option('user', 'admin')} in, got ${answer.status}.`)
  return (await answer.json()).token
}
