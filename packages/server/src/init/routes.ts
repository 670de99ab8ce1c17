import type { Project } from './project.js'

/** A file that answers at an address. */
export interface Route {
  readonly file: string
  readonly kind: 'page' | 'route'
  /** As the folders have them, `['docs', '[...slug]']`, without those that are no part of the address. */
  readonly segments: readonly string[]
}

const SOURCE = 'tsx|ts|jsx|js|mdx|md'
/** With what a site's `pageExtensions` may put between. */
const APP_FILE = new RegExp(`^(?:(.*)/)?(page|route)(?:\\.\\w+)*\\.(?:${SOURCE})$`)
const PAGES_FILE = new RegExp(`^(.+?)(?:\\.page)?\\.(?:${SOURCE})$`)
/** `(group)`, `@slot`. */
const NO_PART_OF_ADDRESS = /^(?:\([^.)][^)]*\)|@.*)$/
/** `_private`, `(.)intercepted`. */
const NO_ROUTE = /^(?:_|\(\.)/

/** All routes of an app, of both routers. */
export function routesOf({ files, app, pages }: Project): Route[] {
  return [...files.keys()].flatMap((file) => {
    if (app && file.startsWith(`${app}/`)) return appRoute(file, file.slice(app.length + 1)) ?? []
    if (pages && file.startsWith(`${pages}/`)) return pagesRoute(file, file.slice(pages.length + 1)) ?? []
    return []
  })
}

function appRoute(file: string, below: string): Route | null {
  const [, folders = '', kind] = APP_FILE.exec(below) ?? []
  const segments = folders.split('/').filter((folder) => folder !== '')
  if (!kind || segments.some((folder) => NO_ROUTE.test(folder))) return null
  return {
    file,
    kind: kind as Route['kind'],
    segments: segments.filter((folder) => !NO_PART_OF_ADDRESS.test(folder)),
  }
}

function pagesRoute(file: string, below: string): Route | null {
  const [, path] = PAGES_FILE.exec(below) ?? []
  if (!path || /^_(?:app|document|error)$|\.d$/.test(path)) return null
  const segments = path.split('/')
  if (segments.at(-1) === 'index') segments.pop()
  return { file, kind: segments[0] === 'api' ? 'route' : 'page', segments }
}

/** `/api/help` as its segments. */
export const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '')

/** The routes at an address and below it. */
export const routesBelow = (routes: readonly Route[], path: string): Route[] =>
  routes.filter(({ segments }) => segmentsOf(path).every((segment, index) => segments[index] === segment))
