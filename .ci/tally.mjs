// Adds up the results that each workspace's jest, or the bench, left behind, and closes with one line. Fails when a workspace left none.
import { globSync, readFileSync } from 'node:fs'

const root = new URL('..', import.meta.url).pathname
let passed = 0
let failed = 0
for (const manifest of globSync('{packages/*,examples/*,bench,docs,packaging}/package.json', { cwd: root })) {
  const folder = `${root}${manifest.replace('package.json', '')}`
  const files = globSync('.jest-results*.json', { cwd: folder })
  for (const file of files) {
    const results = JSON.parse(readFileSync(folder + file, 'utf8'))
    passed += results.numPassedTests
    failed += results.numFailedTests + results.numRuntimeErrorTestSuites
  }
  if (files.length === 0) {
    console.error(`[helptally] ${manifest} left no test results.`)
    failed += 1
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
