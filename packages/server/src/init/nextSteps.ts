import { type Choices, isElsewhere } from './choices.js'
import type { PackageManager } from './packageManager.js'
import type { Project } from './project.js'

const IN_THE_WAY = /^(?:src\/)?(?:proxy|middleware)\.[jt]s$/

export interface Where {
  /** The app's folder from where the command was run, '' when it is the same. */
  readonly folder: string
  readonly basePath: string
}

/** What is left to do before the first session is counted, in order. */
export function nextSteps(project: Project, choices: Choices, manager: PackageManager, where: Where): string[] {
  const { base, dashboard, site } = choices
  const { app, pages } = project
  const elsewhere = isElsewhere(base)
  const at = `http://localhost:3000${where.basePath}`
  const session = at + (dashboard ?? `${base}/reports/sessions?site=${encodeURIComponent(site)}`)
  const layout = app ? 'the layout of your pages' : `${pages}/_app`
  const proxy = [...project.files.keys()].find((file) => IN_THE_WAY.test(file))
  const ours = dashboard ? `${base} and ${dashboard}` : base
  return [
    ...(where.folder ? [`cd ${where.folder}`] : []),
    ...(project.hasHelptally ? [] : [`${manager.install} @helptally/next`]),
    `Place <ConsentBanner /> of @helptally/next in ${layout}: until a reader accepts, nothing is counted.`,
    ...(proxy && !elsewhere ? [`See that ${proxy} lets ${ours} pass as they are.`] : []),
    `${manager.script} dev, then open an article and accept.${elsewhere ? '' : ` Its session is at ${session}`}`,
    `${manager.run} helptally doctor --url ${elsewhere ? base : at + base} --site ${site}`,
    ...(elsewhere ? [] : [`Before production: say who may read, by ${readers(project, dashboard)}.`]),
    ...(dashboard || elsewhere ? [] : [WITHOUT_DASHBOARD]),
  ]
}

function readers({ app }: Project, dashboard: string | null): string {
  const collector = app ? 'createHelpHandlers({ authorize })' : 'createHelpApi({ authorize })'
  return dashboard ? `${collector} and createHelpInsights({ authorize })` : collector
}

const WITHOUT_DASHBOARD =
  'The dashboard was left out: it needs an app/ folder, and beside one Next shows its own page "404" in place of yours. ' +
  'If that is well, run this again with --dashboard /help-insights.'
