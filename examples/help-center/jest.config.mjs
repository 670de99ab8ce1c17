import base from '../../jest.base.mjs'

export default {
  ...base,
  testTimeout: 120_000,
  // Every suite runs a server and most a browser, which wait more than they work. The demo builds, so it runs alone.
  maxWorkers: 2,
  setupFilesAfterEnv: ['@helptally/testing/jest'],
}
