import base from '../../jest.base.mjs'

export default { ...base, testTimeout: 120_000, setupFilesAfterEnv: ['@helptally/testing/jest'] }
