import { planNoComponent } from './component/planComponent.js'
import type { ChosenOptions } from './config/ourLines.js'
import type { ParseModule } from './config/parseModule.js'
import { unwrapConfig } from './config/unwrapConfig.js'
import { pathAbove } from './findOurs.js'
import type { NextConfigFile } from './nextConfigFile.js'
import {
  collectorApiText,
  collectorText,
  configText,
  dashboardText,
  isUntouched,
  layoutText,
  servesCollector,
  servesDashboard,
} from './ourFiles.js'
import { changing, joined, leaving, NOTHING, type Plan } from './plan.js'
import type { Project } from './project.js'
import { type Route, routesOf } from './routes.js'
import { planNoIgnore } from './storeIgnored.js'

/** What has to be done so that nothing is left of what `init` wrote. What was edited since is left, and named. */
export function planUndo(project: Project, config: NextConfigFile | null, parse: ParseModule): Plan {
  const routes = routesOf(project)
  return joined([
    planConfig(config),
    planNoComponent(project, parse),
    ...routes.map((route) => planRoute(project, route)),
    planNoIgnore(project),
  ])
}

function planConfig(config: NextConfigFile | null): Plan {
  if (!config || config.helptally === 'absent') return NOTHING
  const { path, text, options, parse } = config
  if (isUntouched(text, (writing) => configText(options as unknown as ChosenOptions, writing)))
    return changing({ path, before: text, after: null })
  const plain = unwrapConfig(text, parse)
  if ('why' in plain) return leaving(`${path} was left as it is: ${plain.why}. Take withHelptally out by hand.`)
  return changing({ path, before: text, after: plain.text })
}

function planRoute({ files }: Project, route: Route): Plan {
  const { file, kind } = route
  const text = files.get(file)!
  const removed = changing({ path: file, before: text, after: null })
  const edited = leaving(`${file} was left as it is: it was edited, or is your own. Remove it by hand.`)
  if (kind === 'route' && servesCollector(text))
    return isUntouched(text, collectorText) || isUntouched(text, collectorApiText) ? removed : edited
  if (kind !== 'page' || !servesDashboard(text)) return NOTHING
  if (!isUntouched(text, (writing) => dashboardText(pathAbove(route), writing))) return edited
  return joined([removed, planLayout(files, file)])
}

/** The layout that was written with a dashboard is in the folder above it. */
function planLayout(files: Project['files'], dashboard: string): Plan {
  const folder = dashboard.split('/').slice(0, -2).join('/')
  const path = [...files.keys()].find(
    (file) => /\/layout(?:\.\w+)+$/.test(file) && file.slice(0, file.lastIndexOf('/')) === folder,
  )
  const text = path === undefined ? undefined : files.get(path)
  if (path === undefined || text === undefined) return NOTHING
  const isOurs = [true, false].some((typed) => isUntouched(text, (writing) => layoutText(typed, writing)))
  return isOurs ? changing({ path, before: text, after: null }) : NOTHING
}
