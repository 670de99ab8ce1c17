import base from '../../jest.base.mjs'

export default {
  ...base,
  testTimeout: 120_000,
  // Every suite runs a server and most a browser.
  maxWorkers: 2,
  setupFilesAfterEnv: ['@helptally/testing/jest'],
}
