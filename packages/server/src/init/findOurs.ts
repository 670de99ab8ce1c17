import { servesCollector, servesDashboard } from './ourFiles.js'
import type { Project } from './project.js'
import type { Route } from './routes.js'

type Files = Pick<Project, 'files'>

/** The route that is the collector, wherever a site has put it. */
export const findCollector = ({ files }: Files, routes: readonly Route[]): Route | undefined =>
  routes.find(({ kind, file }) => kind === 'route' && servesCollector(files.get(file)!))

/** The page that is the dashboard. */
export const findDashboard = ({ files }: Files, routes: readonly Route[]): Route | undefined =>
  routes.find(({ kind, file }) => kind === 'page' && servesDashboard(files.get(file)!))

/** The address above the last segment, which is a parameter. */
export const pathAbove = ({ segments }: Route): string => `/${segments.slice(0, -1).join('/')}`
