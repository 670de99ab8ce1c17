import base from '../../jest.base.mjs'

export default { ...base, setupFilesAfterEnv: ['<rootDir>/src/jest.ts'] }
