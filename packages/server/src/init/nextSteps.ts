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
  const elsewhere = isElsewhere(base)
  const at = `http://localhost:3000${where.basePath}`
  const proxy = [...project.files.keys()].find((file) => IN_THE_WAY.test(file))
  return [
    ...(where.folder ? [`cd ${where.folder}`] : []),
    ...(project.hasHelptally ? [] : [`${manager.install} @helptally/next`]),
    'Place <ConsentBanner /> of @helptally/next in the layout of your pages: until a reader accepts, nothing is counted.',
    ...(proxy && !elsewhere ? [`See that ${proxy} lets ${base} and ${dashboard} pass as they are.`] : []),
    `${manager.script} dev, then open an article and accept.${elsewhere ? '' : ` Its session is at ${at}${dashboard}`}`,
    `${manager.run} helptally doctor --url ${elsewhere ? base : at + base} --site ${site}`,
    ...(elsewhere
      ? []
      : [
          'Before production: say who may read, by createHelpHandlers({ authorize }) and createHelpInsights({ authorize }).',
        ]),
  ]
}
