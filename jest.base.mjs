/** What every package's jest configuration shares: TypeScript by swc, native ES modules, `.js` imports resolved to their sources. */
export default {
  testEnvironment: 'node',
  // One more than jest takes by itself: much of the work is a database's and a disk's, which is waited for.
  maxWorkers: '100%',
  // A test that hangs shall say so; one on a busy machine shall not fail for it.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2023',
          transform: { react: { runtime: 'automatic' } },
          // `with { type: 'json' }`
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
}
