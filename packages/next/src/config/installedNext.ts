import { createRequire } from 'node:module'

/** Its major and its minor version. */
export type NextVersion = readonly [major: number, minor: number]

/** Since then the settings for packages on the server have the names that they keep. */
export const STABLE_SINCE: NextVersion = [15, 0]

/** The Next beside this package, which is the one that reads the config. */
export function installedNext(): NextVersion {
  const { version } = createRequire(import.meta.url)('next/package.json') as { version: string }
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return [major, minor]
}

export const isBefore = ([major, minor]: NextVersion, [thatMajor, thatMinor]: NextVersion): boolean =>
  major < thatMajor || (major === thatMajor && minor < thatMinor)
