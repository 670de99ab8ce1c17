import { isTooOld, LEAST_NEXT } from './nextVersion.js'
import type { Project } from './project.js'

const WITHOUT_PLUGIN =
  'Until then, "helptally serve" is a collector for any site: its pages call startHelp of @helptally/browser, in ' +
  'instrumentation-client.ts say, and it prints how.'

/** Why `@helptally/next` cannot be put into this app, and how to go on; null when it can. */
export function unsupported(project: Project): string | null {
  const { next, app, pages } = project
  if (!next) return 'Expected a Next.js app, found no "next" in its package.json. Name its folder by --dir.'
  if (isTooOld(next))
    return (
      `Expected Next.js ${LEAST_NEXT} or later, found ${next.version}. Upgrade it by ` +
      `"npx @next/codemod upgrade" and run this again. ${WITHOUT_PLUGIN}`
    )
  if (app || pages) return null
  return 'Expected a folder app/ or pages/, or one of them in src/, found neither. Name the folder of the app by --dir.'
}
