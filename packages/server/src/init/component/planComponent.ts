import type { ParsedModule, ParseModule } from '../config/parseModule.js'
import { OUR_WRITING, type Writing } from '../config/writing.js'
import { findDashboard } from '../findOurs.js'
import { appText, isUntouched, servesDashboard } from '../ourFiles.js'
import { changing, joined, keeping, leaving, NOTHING, type Plan } from '../plan.js'
import type { Project } from '../project.js'
import { type Route, routesOf } from '../routes.js'
import { COMPONENT, componentImport, ELEMENT, hasComponent } from './ourComponent.js'
import { type Page, placeComponent } from './placeComponent.js'
import { removeComponent } from './removeComponent.js'

const LAYOUT_FILE = /\/layout(?:\.\w+)+$/
const APP_FILE = /\/_app(?:\.\w+)+$/

/** Where the engine has to be placed in pages: in each root layout, and in `_app`, which is written at `newApp` if there is none. */
export function planComponent(project: Project, parse: ParseModule, writing: Writing, newApp: string | null): Plan {
  return joined([planLayouts(project, parse), planApp(project, parse, writing, newApp)])
}

/** What has to be done so that it is in no page any more. */
export function planNoComponent({ files }: Project, parse: ParseModule): Plan {
  const pages = [...files].filter(
    ([path, text]) => (LAYOUT_FILE.test(path) || APP_FILE.test(path)) && hasComponent(text),
  )
  return joined(
    pages.map(([path, text]) => {
      if ([true, false].some((typed) => isUntouched(text, (writing) => appText(typed, writing))))
        return changing({ path, before: text, after: null })
      const plain = removeComponent(text, APP_FILE.test(path) ? 'app' : 'layout', reading(parse))
      if ('why' in plain) return leaving(`${path} was left as it is: ${plain.why}. Take <${COMPONENT}> out by hand.`)
      return changing({ path, before: text, after: plain.text })
    }),
  )
}

function planLayouts(project: Project, parse: ParseModule): Plan {
  const { files, app } = project
  const isOfSite = ({ file }: Route) => !servesDashboard(files.get(file)!)
  if (!app || !pagesIn(project, app).some(isOfSite)) return NOTHING
  const ofDashboard = findDashboard(project, routesOf(project))?.file.split('/').slice(0, -2).join('/')
  const roots = [...files].filter(
    ([path, text]) =>
      isIn(app, path, LAYOUT_FILE) && path.replace(LAYOUT_FILE, '') !== ofDashboard && text.includes('<body'),
  )
  if (roots.length > 0) return joined(roots.map(([path, text]) => planPage(path, text, 'layout', parse)))
  return leaving(byHand(`The root layout in ${app}/`, 'no layout with a <body> was found', 'layout'))
}

function planApp(project: Project, parse: ParseModule, writing: Writing, newApp: string | null): Plan {
  const { files, pages, isTypeScript } = project
  if (!pages) return NOTHING
  const there = [...files].find(([path]) => isIn(pages, path, APP_FILE))
  if (there) return planPage(...there, 'app', parse)
  if (!newApp || pagesIn(project, pages).length === 0) return NOTHING
  return changing({ path: newApp, before: null, after: appText(isTypeScript, writing) })
}

const isIn = (router: string, path: string, kind: RegExp): boolean => path.startsWith(`${router}/`) && kind.test(path)

const pagesIn = (project: Project, router: string): Route[] =>
  routesOf(project).filter(({ file, kind }) => kind === 'page' && file.startsWith(`${router}/`))

function planPage(path: string, text: string, page: Page, parse: ParseModule): Plan {
  if (hasComponent(text)) return keeping(`${path} has ${ELEMENT}.`)
  const read = reading(parse)
  const module = read(text)
  const placed = module ? placeComponent(text, module, page) : { why: 'it cannot be read' }
  if ('why' in placed) return leaving(byHand(path, placed.why, page))
  // What cannot be taken out again is not put in.
  const back = removeComponent(placed.text, page, read)
  if ('why' in back || back.text !== text) return leaving(byHand(path, 'it has a form that is not known', page))
  return changing({ path, before: text, after: placed.text })
}

const reading =
  (parse: ParseModule) =>
  (text: string): ParsedModule | null =>
    parse(text, { typescript: true, jsx: true })

const byHand = (what: string, why: string, page: Page): string =>
  [
    `${what} was left as it is: ${why}. This Next does not boot the engine by itself, so nothing counts until it is placed by hand, ${PLACE[page]}:`,
    '',
    `  ${componentImport(OUR_WRITING)}`,
    '',
    `  ${ELEMENT}`,
    '',
  ].join('\n')

const PLACE: Readonly<Record<Page, string>> = { layout: 'first in the <body>', app: 'beside <Component>' }
