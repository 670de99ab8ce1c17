import type { NextVersion } from './project.js'

type Version = readonly [major: number, minor: number]

/** As the peer dependencies of `@helptally/next` have it. */
const LEAST: Version = [14, 2]
/** Since then a config can be in TypeScript. */
const TYPED_CONFIG: Version = [15, 0]
/** Since then `withHelptally` has Next load the engine; pages of older ones have to place it. */
const INJECTS: Version = [16, 3]

export const LEAST_NEXT: string = LEAST.join('.')

export const isTooOld = (next: NextVersion): boolean => isBefore(next, LEAST)
export const readsTypedConfig = (next: NextVersion | null): boolean => next === null || !isBefore(next, TYPED_CONFIG)
export const needsComponent = (next: NextVersion | null): boolean => next !== null && isBefore(next, INJECTS)

function isBefore({ version, isInstalled }: NextVersion, [leastMajor, leastMinor]: Version): boolean {
  const [, first, second] = /(\d+)(?:\.(\d+))?/.exec(version) ?? []
  // "latest" and "canary" are new enough.
  if (first === undefined) return false
  const major = Number(first)
  // A range may be met by a later minor version than it names.
  const isExact = isInstalled || /^\d+\.\d+\.\d+/.test(version)
  return major < leastMajor || (isExact && major === leastMajor && Number(second ?? 0) < leastMinor)
}
