// pages.mjs --folder X [--runs 9]: how long each page of the dashboard takes to its last byte, over a store that the
// server's bench/store.mjs has made, 30 days and a year of it, each compared with the period before; and what its scripts
// weigh beyond those of a page without it. Each run has a period of its own. Build the example first.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { machine, median, option } from '../../packages/server/bench/children.mjs'
import { startExampleSite } from './exampleSite.mjs'

const DAY_MS = 86_400_000
const ARTICLE = 'account-setup-0'
const PAGES = {
  Overview: '',
  Sessions: '/sessions',
  Channels: '/channels',
  Search: '/search',
  'Content gaps': '/content-gaps',
  Articles: '/articles',
  Article: `/article?of=${ARTICLE}`,
  Suggestions: '/suggestions',
  Performance: '/performance',
  Live: '/live',
  'Data quality': '/data-quality',
  'Data jobs': '/data-jobs',
  Settings: '/settings',
}
const WARM_UPS = 2

const folder = option('folder')
if (!folder) throw new Error('Expected --folder <a folder that store.mjs has filled>, got none.')
const runs = Number(option('runs', 9))
const made = JSON.parse(await readFile(join(folder, 'made.json'), 'utf8'))

console.log(await machine())
const site = await startExampleSite(folder)
try {
  console.log(`\n| page | 30 days, ms | a year, ms |\n| --- | --- | --- |`)
  for (const [name, path] of Object.entries(PAGES)) {
    const month = await medianOf(path, 30)
    const year = await medianOf(path, 364)
    console.log(`| ${name} | ${month} | ${year} |`)
  }
  console.log(`\nScripts beyond those of a page that is not found: ${await scripts()} B after brotli`)
} finally {
  site.kill()
}
console.log(await machine())

async function medianOf(path, days) {
  const times = []
  for (let run = 0; run < WARM_UPS + runs; run++) times.push(await timeOf(path, days, run))
  return Math.round(median(times.slice(WARM_UPS)))
}

async function timeOf(path, days, run) {
  const [from, to] = [days + run, run + 1].map((before) => dateOf(made.until - before * DAY_MS))
  const startedAt = performance.now()
  const answer = await fetch(`${site.url}/help-insights${path}${path.includes('?') ? '&' : '?'}from=${from}&to=${to}`)
  const html = await answer.text()
  const ms = performance.now() - startedAt
  if (!answer.ok || html.includes('class="ht-card ht-message"')) throw new Error(`${path} shows no numbers`)
  return ms
}

function dateOf(at) {
  return new Date(at).toISOString().slice(0, 10)
}

/** Bytes of the scripts that only the dashboard loads. */
async function scripts() {
  const [own, others] = await Promise.all(['/help-insights/live', '/nothing-is-here'].map(scriptsOf))
  const only = own.filter((script) => !others.includes(script))
  const codes = await Promise.all(only.map((script) => fetch(site.url + script).then((answer) => answer.text())))
  return codes.reduce((sum, code) => sum + brotliCompressSync(code).byteLength, 0)
}

async function scriptsOf(path) {
  const html = await fetch(site.url + path).then((answer) => answer.text())
  return [...new Set(html.match(/\/_next\/static\/chunks\/[^"'\\]+\.js/g))]
}
