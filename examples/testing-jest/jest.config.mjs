import nextJest from 'next/jest.js'

const withNext = nextJest({ dir: import.meta.dirname })

export default withNext({
  testEnvironment: 'jest-fixed-jsdom',
  setupFilesAfterEnv: ['@helptally/testing/jest'],
  // In this repository the packages are linked. Leave it out where they are installed.
  transformIgnorePatterns: ['/packages/[^/]+/dist/'],
})
