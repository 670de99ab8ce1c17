// Adds up the results that each workspace's jest left behind, and closes with one line. Fails when a workspace left none.
import { globSync, readFileSync } from 'node:fs'

const root = new URL('..', import.meta.url).pathname
let passed = 0
let failed = 0
for (const manifest of globSync('{packages,examples}/*/package.json', { cwd: root })) {
  const file = `${root}${manifest.replace('package.json', '.jest-results.json')}`
  try {
    const results = JSON.parse(readFileSync(file, 'utf8'))
    passed += results.numPassedTests
    failed += results.numFailedTests + results.numRuntimeErrorTestSuites
  } catch {
    console.error(`[helptally] ${manifest} left no test results.`)
    failed += 1
  }
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
