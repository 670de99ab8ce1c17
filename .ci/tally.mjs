// Adds up the results that each workspace's tests, or the bench, left behind, and closes with one line. Fails when a workspace left none.
import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { countJest, countTap, countVitest } from './counts.mjs'

/** Which runner has left a file, by its name. */
const RUNNERS = [
  ['.jest-results*.json', countJest],
  ['.vitest-results*.json', countVitest],
  ['.node-results*.tap', countTap],
]

const root = new URL('..', import.meta.url).pathname
let passed = 0
let failed = 0
for (const manifest of globSync('{packages/*,examples/*,bench,docs,packaging}/package.json', { cwd: root })) {
  const folder = `${root}${manifest.replace('package.json', '')}`
  let files = 0
  for (const [pattern, count] of RUNNERS) {
    for (const file of globSync(pattern, { cwd: folder })) {
      const found = count(readFileSync(folder + basename(file), 'utf8'))
      files += 1
      passed += found.passed
      failed += found.failed
    }
  }
  if (files === 0) {
    console.error(`[helptally] ${manifest} left no test results.`)
    failed += 1
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
