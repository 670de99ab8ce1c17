import type { Project } from './project.js'

/** As the peer dependencies of `@helptally/next` have it. */
const LEAST_NEXT = [16, 3] as const

const WITHOUT_PLUGIN =
  'Until then, "helptally serve" is a collector for any site: its pages call startHelp of @helptally/browser, in ' +
  'instrumentation-client.ts say, and it prints how.'

/** Why `@helptally/next` cannot be put into this app, and how to go on; null when it can. */
export function unsupported(project: Project): string | null {
  const { next, app, pages } = project
  if (!next) return 'Expected a Next.js app, found no "next" in its package.json. Name its folder by --dir.'
  if (isTooOld(next))
    return (
      `Expected Next.js ${LEAST_NEXT.join('.')} or later, found ${next.version}. Upgrade it by ` +
      `"npx @next/codemod upgrade" and run this again. ${WITHOUT_PLUGIN}`
    )
  if (app || pages) return null
  return 'Expected a folder app/ or pages/, or one of them in src/, found neither. Name the folder of the app by --dir.'
}

function isTooOld({ version, isInstalled }: NonNullable<Project['next']>): boolean {
  const [, first, second] = /(\d+)(?:\.(\d+))?/.exec(version) ?? []
  // "latest" and "canary" are new enough.
  if (first === undefined) return false
  const [leastMajor, leastMinor] = LEAST_NEXT
  const major = Number(first)
  // A range may be met by a later minor version than it names.
  const isExact = isInstalled || /^\d+\.\d+\.\d+/.test(version)
  return major < leastMajor || (isExact && major === leastMajor && Number(second ?? 0) < leastMinor)
}
