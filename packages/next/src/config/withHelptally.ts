import type { NextConfig } from 'next'
import { boot } from './boot.js'
import type { BuildOptions } from './buildOptions.js'
import { bundled } from './bundled.js'
import { external } from './external.js'
import { installedNext } from './installedNext.js'
import { keepCollector } from './keepCollector.js'
import { traced } from './traced.js'

export interface HelptallyOptions {
  /** The id of the help center, <= 64 characters. It names the site in every event and report. */
  readonly site: string
  /**
   * Where articles live, without Next's `basePath` and what its `i18n` puts in front: `/:locale/articles/:slug`,
   * `/articles/:slug`. The last parameter is the article's id.
   */
  readonly articles: string
  /** Where the home page lives, for links counted as `via: 'home'`. Default `/`. */
  readonly home?: string
  /**
   * Where the route handler lives, without `basePath`; or the absolute address of a collector elsewhere, with a slash at
   * its end if that one wants slashes. Default `/api/help`.
   */
  readonly base?: string
  /** `granted` when the site needs no consent banner of ours. Default `ask`: nothing counts before the reader's choice. */
  readonly consent?: 'ask' | 'granted'
  /** IANA time zone in which the site's days begin. Default: the server's. */
  readonly timeZone?: string
  /** `false`: no overlay in `next dev`. It shows the tab's session and its last events; production never has it. */
  readonly devtools?: boolean
}

type ConfigFunction = (phase: string, context: { defaultConfig: NextConfig }) => NextConfig | Promise<NextConfig>

const DEFAULT_BASE = '/api/help'
/** Each process of a build reads the config, by webpack there are four. They inherit the environment. */
const IS_WARNED = 'HELPTALLY_IS_WARNED_OF_EXPORT'

/** Adds Helptally to a Next config, be it an object or a function. The input is left as it was. */
export function withHelptally(nextConfig: ConfigFunction, options: HelptallyOptions): ConfigFunction
export function withHelptally(nextConfig: NextConfig, options: HelptallyOptions): NextConfig
export function withHelptally(
  nextConfig: NextConfig | ConfigFunction,
  options: HelptallyOptions,
): NextConfig | ConfigFunction {
  check(options)
  if (typeof nextConfig === 'function')
    return async (phase, context) => extend(await nextConfig(phase, context), options)
  return extend(nextConfig, options)
}

function extend(config: NextConfig, { devtools = true, ...options }: HelptallyOptions): NextConfig {
  const { base = DEFAULT_BASE } = options
  const next = installedNext()
  const isHere = !isAbsolute(base)
  if (config.output === 'export' && isHere) warnOfExport(base)
  const told = JSON.stringify(buildOptionsOf({ ...options, base }, config))
  const withOptions = { ...config, env: { ...config.env, HELPTALLY_OPTIONS: told } }
  const booted = { ...withOptions, ...boot(withOptions, next, { devtools: devtools && isDevelopment() }) }
  const loaded = { ...booted, ...external(booted, next) }
  return {
    ...loaded,
    ...bundled(config, next),
    ...(config.output === 'standalone' && traced(loaded, next)),
    ...(config.rewrites && isHere && { rewrites: keepCollector(config.rewrites, withoutSlash(base)) }),
  }
}

/** Next sets NODE_ENV before it reads the config. */
const isDevelopment = () => process.env.NODE_ENV === 'development'

function buildOptionsOf(
  { articles, home = '/', ...options }: Omit<HelptallyOptions, 'devtools' | 'base'> & { readonly base: string },
  { basePath = '', trailingSlash = false, i18n }: NextConfig,
): BuildOptions {
  const { base } = options
  return {
    ...options,
    basePath,
    trailingSlash,
    articles: basePath + inLanguages(articles, i18n),
    home: basePath + inLanguages(home, i18n),
    base: isAbsolute(base) ? base : basePath + withoutSlash(base) + (trailingSlash ? '/' : ''),
  }
}

/** The Pages Router puts the language in front of pages by itself, all but the default one, and of no API route. */
function inLanguages(path: string, i18n: NextConfig['i18n']): string {
  return i18n && !path.includes('/:locale') ? `/:locale(${i18n.locales.join('|')})?${path}` : path
}

const isAbsolute = (base: string) => /^https?:\/\//.test(base)
const withoutSlash = (base: string) => base.replace(/\/$/, '')

function check(options: HelptallyOptions): void {
  const { site, articles, base = DEFAULT_BASE } = options ?? {}
  if (!site) throw configError('site', 'the id of the help center', site, "{ site: 'docs' }")
  if (!articles?.startsWith('/') || !articles.includes('/:')) {
    throw configError('articles', 'a path with a parameter', articles, "{ articles: '/articles/:slug' }")
  }
  if (!base.startsWith('/') && !isAbsolute(base))
    throw configError('base', 'a path or an http(s) address', base, "{ base: '/api/help' }")
}

function configError(name: string, expected: string, found: unknown, example: string): Error {
  return new Error(
    `[helptally] withHelptally in next.config: expected "${name}" to be ${expected}, found ${JSON.stringify(found) ?? 'nothing'}. Write, for example, withHelptally(nextConfig, ${example}).`,
  )
}

function warnOfExport(base: string): void {
  if (process.env[IS_WARNED]) return
  process.env[IS_WARNED] = '1'
  console.warn(
    `[helptally] next.config has output: "export", and "base" is ${base}. A static export has no route handlers, so nothing can be counted at a path of its own. Run "helptally serve" on a server, and give withHelptally its absolute address: base: "https://collector.example.com/api/help".`,
  )
}
