import { type Choices, isElsewhere } from './choices.js'
import { chooseArticles } from './chooseArticles.js'
import type { Ask } from './chooseOne.js'
import { findCollector, pathAbove } from './findOurs.js'
import { guessArticles, guessHome } from './guessArticles.js'
import { guessSite } from './guessSite.js'
import type { NextConfigFile } from './nextConfigFile.js'
import { DEFAULT_BASE, DEFAULT_DASHBOARD } from './ourFiles.js'
import type { Project } from './project.js'
import type { AskedChoices } from './readChoices.js'
import { type Route, routesBelow, routesOf, segmentsOf } from './routes.js'
import { unsupported } from './support.js'

/** Ready to plan, or why it is not: the arguments do not say enough, or the site cannot have it. */
export type Prepared =
  | { readonly choices: Choices; readonly found: readonly string[] }
  | { readonly expected: string }
  | { readonly stopped: string }

/** Settles what a site is to have: by what was asked for, what is there, what looks likely, and what a person says. */
export async function prepare(
  project: Project,
  config: NextConfigFile | null,
  asked: AskedChoices,
  ask: Ask | null,
  out: (line: string) => void,
): Promise<Prepared> {
  const routes = routesOf(project)
  const there: Readonly<Record<string, string>> = config?.options ?? {}
  const base = there.base ?? asked.base ?? collectorBase(project, routes) ?? DEFAULT_BASE
  const dashboard = asked.dashboard ?? (project.app ? DEFAULT_DASHBOARD : null)
  const stopped =
    unsupported(project) ??
    staticExport(config, base) ??
    otherConfig(project, config) ??
    otherBase(config, asked.base) ??
    notBelowApi(project, base) ??
    taken(project, routes, { base, dashboard })
  if (stopped) return { stopped }

  const site = there.site ?? asked.site ?? guessSite(project.name)
  const isThere = config !== null && config.helptally === 'called'
  if (isThere) return { choices: { site, articles: there.articles ?? '', base, dashboard }, found: [] }
  const articles = asked.articles
    ? { articles: asked.articles, why: null }
    : await chooseArticles(guessArticles(routes), ask, out)
  if ('expected' in articles) return articles
  return {
    choices: { site, articles: articles.articles, home: guessHome(articles.articles, routes), base, dashboard },
    found: [
      `site: ${site}${asked.site ? '' : ' (the name of the package; --site gives another)'}`,
      `articles: ${articles.articles}${articles.why ? ` ${articles.why}; --articles gives others` : ''}`,
    ],
  }
}

/** Where a collector is already. */
function collectorBase(project: Project, routes: readonly Route[]): string | undefined {
  const ours = findCollector(project, routes)
  return ours && pathAbove(ours)
}

function staticExport(config: NextConfigFile | null, base: string): string | null {
  if (!config?.settings.isStaticExport || isElsewhere(base)) return null
  return (
    `${config.path} has output: "export". A static export has no route handlers, so no collector can be in it. Run ` +
    '"helptally serve" on a server, and give its address: helptally init --base https://collector.example.com/api/help.'
  )
}

function otherConfig({ files }: Project, config: NextConfigFile | null): string | null {
  if (config || !files.has('next.config.cjs')) return null
  return 'Expected next.config.ts, .mjs or .js, found next.config.cjs, which Next does not read. Rename it to next.config.js.'
}

function otherBase(config: NextConfigFile | null, asked: string | undefined): string | null {
  if (config?.helptally !== 'called' || asked === undefined) return null
  const there = config.options.base ?? DEFAULT_BASE
  if (there === asked) return null
  return `${config.path} has the collector at ${there}, and --base says ${asked}. Change "base" there, and move the collector's folder.`
}

function notBelowApi({ app }: Project, base: string): string | null {
  if (app || isElsewhere(base) || segmentsOf(base)[0] === 'api') return null
  return `Expected --base below /api, where the Pages Router has its API routes, got ${base}. Say, for example: helptally init --base /api/help-center.`
}

/** Nothing is written over a route of the site, nor beside it below the same address. */
function taken(
  { files }: Project,
  routes: readonly Route[],
  { base, dashboard }: Pick<Choices, 'base' | 'dashboard'>,
): string | null {
  if (isElsewhere(base)) return null
  const isOurs = ({ file }: Route) => files.get(file)!.includes('@helptally/next/')
  const wanted = [
    { path: base, option: '--base /api/help-center' },
    ...(dashboard === null ? [] : [{ path: dashboard, option: '--dashboard /help-stats' }]),
  ]
  for (const { path, option } of wanted) {
    const there = routesBelow(routes, path)
    if (there.length > 0 && !there.some(isOurs))
      return `Expected nothing at ${path}, found ${there[0]!.file}. Nothing was written. Choose another address: helptally init ${option}.`
  }
  return null
}
