// Joins the table of edge cases with the tests that name them: fails when a case has no passing test, or when the page
// is out of date. With --write it brings the page up to date.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, relative, sep } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const PAGE = `${root}docs/cases.md`
const ROW = /^\| (\d+) \| ([^|]+) \|.*$/gm
const NAMED = /^case ([\d, ]+)\b/

/** The tests of each case by file, as of the last whole run. Skipped tests prove nothing. */
function testsByCase() {
  const found = new Map()
  for (const file of globSync('{packages,examples}/*/.jest-results*.json', { cwd: root })) {
    for (const suite of JSON.parse(readFileSync(root + file, 'utf8')).testResults) {
      for (const { title, status } of suite.assertionResults) {
        if (status !== 'passed' && status !== 'failed') continue
        for (const number of NAMED.exec(title)?.[1].match(/\d+/g) ?? []) {
          const tests = found.get(number) ?? []
          found.set(number, [...tests, { path: relative(root, suite.name).split(sep).join('/'), status }])
        }
      }
    }
  }
  return found
}

function row(number, what, tests) {
  const files = Object.entries(Object.groupBy(tests, ({ path }) => path)).sort()
  const links = files.map(([path, { length }]) => `[${basename(path)}](../${path})${length > 1 ? ` ×${length}` : ''}`)
  const isRight = tests.length > 0 && tests.every(({ status }) => status === 'passed')
  return `| ${number} | ${what} | ${links.join(', ')} | ${isRight ? 'right' : '**open**'} |`
}

const tests = testsByCase()
const page = readFileSync(PAGE, 'utf8')
const filled = page.replaceAll(ROW, (_, number, what) => row(number, what, tests.get(number) ?? []))
const open = [...filled.matchAll(/^\| (\d+) .*\*\*open\*\* \|$/gm)].map(([, number]) => number)

if (process.argv.includes('--write')) writeFileSync(PAGE, filled)
else if (filled !== page) {
  console.error('[helptally] docs/cases.md is out of date: run the whole test suite, then node .ci/cases.mjs --write.')
  process.exitCode = 1
}
if (open.length > 0) {
  console.error(`[helptally] No passing test names case ${open.join(', ')}.`)
  process.exitCode = 1
}
