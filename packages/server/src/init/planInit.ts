import { type Choices, isElsewhere } from './choices.js'
import { planComponent } from './component/planComponent.js'
import { optionsText } from './config/ourLines.js'
import type { ParseModule } from './config/parseModule.js'
import { unwrapConfig } from './config/unwrapConfig.js'
import { wrapConfig } from './config/wrapConfig.js'
import { OUR_WRITING, type Writing, writingOf } from './config/writing.js'
import { findCollector, findDashboard } from './findOurs.js'
import { handWritten } from './handWritten.js'
import type { NextConfigFile } from './nextConfigFile.js'
import { needsComponent, readsTypedConfig } from './nextVersion.js'
import { collectorApiText, collectorText, configText, DEFAULT_BASE, dashboardText, layoutText } from './ourFiles.js'
import { changing, joined, keeping, leaving, NOTHING, type Plan } from './plan.js'
import { appFolderOf, type Project } from './project.js'
import { routesOf, segmentsOf } from './routes.js'
import { planIgnore } from './storeIgnored.js'

/** What has to be written so that a site has what was chosen. Nothing that is there already is written again. */
export function planInit(project: Project, config: NextConfigFile | null, choices: Choices, parse: ParseModule): Plan {
  const writing = config?.module ? writingOf(config.text, config.module) : OUR_WRITING
  const plans = [planConfig(project, config, choices)]
  if (needsComponent(project.next)) plans.push(planComponent(project, parse, writing, newApp(project, config)))
  if (!isElsewhere(choices.base))
    plans.push(
      planCollector(project, config, choices, writing),
      planDashboard(project, config, choices, writing),
      planIgnore(project),
    )
  return joined(plans)
}

function planConfig({ isTypeScript, next }: Project, config: NextConfigFile | null, choices: Choices): Plan {
  const options = { ...choices, base: choices.base === DEFAULT_BASE ? undefined : choices.base }
  if (!config) {
    const path = isTypeScript && readsTypedConfig(next) ? 'next.config.ts' : 'next.config.mjs'
    return changing({ path, before: null, after: configText(options, OUR_WRITING) })
  }
  const { path, text, module, helptally, parse } = config
  if (helptally === 'called') return keeping(`${path} calls withHelptally.`)
  const byHand = (why: string): Plan => leaving(handWritten(config, options, why))
  if (helptally === 'imported') return byHand('it imports withHelptally and does not call it')
  if (!module) return byHand('it cannot be read')
  const wrapped = wrapConfig(text, module, (writing) => optionsText(options, writing))
  if ('why' in wrapped) return byHand(wrapped.why)
  // What cannot be taken out again is not put in.
  const back = unwrapConfig(wrapped.text, parse)
  if ('why' in back || back.text !== text) return byHand('it has a form that is not known')
  return changing({ path, before: text, after: wrapped.text })
}

function planCollector(project: Project, config: NextConfigFile | null, { base }: Choices, writing: Writing): Plan {
  const ours = findCollector(project, routesOf(project))
  if (ours) return keeping(`${ours.file} is the collector.`)
  const segments = [...segmentsOf(base), '[...path]']
  const path = project.app ? fileBelow(project, config, segments, 'route') : apiBelow(project, config, segments)
  const text = project.app ? collectorText : collectorApiText
  return path ? changing({ path, before: null, after: text(writing) }) : leaving(noExtension('collector'))
}

function planDashboard(
  project: Project,
  config: NextConfigFile | null,
  { dashboard }: Choices,
  writing: Writing,
): Plan {
  if (dashboard === null) return NOTHING
  const ours = findDashboard(project, routesOf(project))
  if (ours) return keeping(`${ours.file} is the dashboard.`)
  const segments = segmentsOf(dashboard)
  const path = fileBelow(project, config, [...segments, '[[...view]]'], 'page')
  const layout = fileBelow(project, config, segments, 'layout')
  if (!path || !layout) return leaving(noExtension('dashboard'))
  return joined([
    changing({ path, before: null, after: dashboardText(dashboard, writing) }),
    hasDocumentAbove(project, segments)
      ? NOTHING
      : changing({ path: layout, before: null, after: layoutText(project.isTypeScript, writing) }),
  ])
}

/** What a layout does that leaves the document to those below it, as sites of several languages have it. */
const HANDS_ON_CHILDREN = /(?:return|=>)\s*\(?\s*(?:<>\s*\{\s*children\s*\}\s*<\/>|(?:props\.)?children\b)/
const isDocument = (layout: string): boolean => layout.includes('<html') || !HANDS_ON_CHILDREN.test(layout)

/** A page without a layout above it has no document: Next refuses to build it. */
function hasDocumentAbove(project: Project, segments: readonly string[]): boolean {
  const app = appFolderOf(project)
  const folders = [app, ...segments.map((_, index) => [app, ...segments.slice(0, index + 1)].join('/'))]
  return [...project.files].some(
    ([file, text]) =>
      folders.some((folder) => file.startsWith(`${folder}/layout.`) && file.lastIndexOf('/') === folder.length) &&
      isDocument(text),
  )
}

const EXTENSIONS = {
  typescript: { route: ['ts', 'tsx', 'js', 'jsx'], page: ['tsx', 'ts', 'jsx', 'js'], layout: ['tsx'] },
  javascript: { route: ['js', 'ts', 'jsx', 'tsx'], page: ['js', 'jsx', 'ts', 'tsx'], layout: ['js', 'jsx'] },
} as const
const NEXT_EXTENSIONS = ['tsx', 'ts', 'jsx', 'js']

type Kind = keyof (typeof EXTENSIONS)['typescript']

/** The path of a file of the App Router; null when the site lets no file of its kind be one. */
function fileBelow(
  project: Project,
  config: NextConfigFile | null,
  segments: readonly string[],
  kind: Kind,
): string | null {
  const ending = endingOf(project, config, kind)
  return ending ? [appFolderOf(project), ...segments, `${kind}.${ending}`].join('/') : null
}

/** That of an API route of the Pages Router. */
function apiBelow(project: Project, config: NextConfigFile | null, segments: readonly string[]): string | null {
  const ending = endingOf(project, config, 'route')
  return ending ? `${[project.pages, ...segments].join('/')}.${ending}` : null
}

/** Where the `_app` of the Pages Router goes. */
function newApp(project: Project, config: NextConfigFile | null): string | null {
  const ending = endingOf(project, config, 'page')
  return project.pages && ending ? `${project.pages}/_app.${ending}` : null
}

function endingOf({ isTypeScript }: Project, config: NextConfigFile | null, kind: Kind): string | undefined {
  const allowed = config?.settings.pageExtensions ?? NEXT_EXTENSIONS
  const wished = EXTENSIONS[isTypeScript ? 'typescript' : 'javascript'][kind]
  return wished.flatMap((last) => allowed.find((it) => it === last || it.endsWith(`.${last}`)) ?? [])[0]
}

const noExtension = (what: string): string =>
  `The ${what} was not written: "pageExtensions" in the next.config names no ending of JavaScript or TypeScript.`
