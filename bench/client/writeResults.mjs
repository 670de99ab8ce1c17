import { writeFileSync } from 'node:fs'

/** In the words of jest, for the tally of CI; and the exit code. */
export function writeResults(file, { passed, failed }) {
  const results = { numPassedTests: passed, numFailedTests: failed, numRuntimeErrorTestSuites: 0 }
  if (file) writeFileSync(file, JSON.stringify(results))
  process.exitCode = failed > 0 ? 1 : 0
}
