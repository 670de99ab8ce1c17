// What each runner says of a run, in its own words. What failed outside any test counts as one that failed.

export function countJest(text) {
  const results = JSON.parse(text)
  return { passed: results.numPassedTests, failed: results.numFailedTests + results.numRuntimeErrorTestSuites }
}

/** Its JSON is like Jest's, but has no number for files that did not load, and none for errors between tests. */
export function countVitest(text) {
  const { numPassedTests, numFailedTests, success, testResults } = JSON.parse(text)
  const hasFailedTest = ({ assertionResults }) => assertionResults.some(({ status }) => status === 'failed')
  const unloaded = testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file)).length
  const failed = numFailedTests + unloaded
  return { passed: numPassedTests, failed: success ? failed : Math.max(1, failed) }
}

/** The summary that Node's `tap` reporter ends with. Without it the run did not end by itself. */
export function countTap(text) {
  const numberOf = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
  const [passed, failed] = [numberOf('pass'), numberOf('fail') + numberOf('cancelled')]
  return Number.isNaN(passed + failed) ? { passed: 0, failed: 1 } : { passed, failed }
}
