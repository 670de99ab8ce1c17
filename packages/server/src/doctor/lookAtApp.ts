import { COMPONENT_ENTRY, ELEMENT } from '../init/component/ourComponent.js'
import { isTooOld, LEAST_NEXT, needsComponent } from '../init/nextVersion.js'
import type { Project } from '../init/project.js'
import { type Finding, lookingAt } from './finding.js'

/** A site with `@helptally/next`: is its Next one of those that take it, and do its pages boot the engine? Of others, nothing. */
export async function lookAtApp(
  { next, hasHelptally, app, pages }: Pick<Project, 'next' | 'hasHelptally' | 'app' | 'pages'>,
  findMention: (words: string) => Promise<string | undefined>,
): Promise<Finding[]> {
  // Where an app is deployed without its sources there is nothing to see.
  if (!next || !hasHelptally || !(app || pages)) return []
  const ofNext = lookingAt('Next', `${LEAST_NEXT} or later`, 'Upgrade it by "npx @next/codemod upgrade".')
  const found = ofNext(!isTooOld(next), `${next.version}.`)
  if (!found.ok || !needsComponent(next)) return [found]
  const file = await findMention(COMPONENT_ENTRY)
  const ofEngine = lookingAt(
    'Engine',
    `${ELEMENT} of ${COMPONENT_ENTRY} in the root layout or in pages/_app, since this Next boots nothing by itself`,
    'Place it by "npx helptally init"; until then nothing is counted.',
  )
  return [found, ofEngine(file !== undefined, file === undefined ? 'no page boots it.' : `${file} boots it.`)]
}
