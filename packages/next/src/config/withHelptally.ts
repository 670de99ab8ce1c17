import type { NextConfig } from 'next'
import type { BuildOptions } from './buildOptions.js'

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
  /** Where the route handler lives, without `basePath`; or the absolute address of a collector elsewhere. Default `/api/help`. */
  readonly base?: string
  /** `granted` when the site needs no consent banner of ours. Default `ask`: nothing counts before the reader's choice. */
  readonly consent?: 'ask' | 'granted'
  /** IANA time zone in which the site's days begin. Default: the server's. */
  readonly timeZone?: string
  /** `false`: no overlay in `next dev`. It shows the tab's session and its last events; production never has it. */
  readonly devtools?: boolean
}

type ConfigFunction = (phase: string, context: { defaultConfig: NextConfig }) => NextConfig | Promise<NextConfig>

const INSTRUMENT = '@helptally/next/instrument'
const INSTRUMENT_WITH_DEVTOOLS = '@helptally/next/instrument-with-devtools'
/** Loaded by Node, not bundled: a native module, and the one store that a process may hold. */
const EXTERNAL = ['@duckdb/node-api', '@helptally/server']

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

function extend(config: NextConfig, options: HelptallyOptions): NextConfig {
  const { basePath = '', i18n } = config
  if (config.output === 'export' && !isAbsolute(options.base)) warnOfExport()
  return {
    ...config,
    env: { ...config.env, HELPTALLY_OPTIONS: JSON.stringify(underBasePath(inLanguages(options, i18n), basePath)) },
    instrumentationClientInject: withoutTwins([...(config.instrumentationClientInject ?? []), instrumentOf(options)]),
    serverExternalPackages: withoutTwins([...(config.serverExternalPackages ?? []), ...EXTERNAL]),
  }
}

/** Next sets NODE_ENV before it reads the config. */
function instrumentOf({ devtools = true }: HelptallyOptions): string {
  return devtools && process.env.NODE_ENV === 'development' ? INSTRUMENT_WITH_DEVTOOLS : INSTRUMENT
}

function underBasePath(
  { base = '/api/help', articles, home, devtools: _onlyHere, ...options }: HelptallyOptions,
  basePath: string,
): BuildOptions {
  return {
    ...options,
    basePath,
    articles: basePath + articles,
    home: basePath + home,
    base: isAbsolute(base) ? base : basePath + base,
  }
}

/** The Pages Router puts the language in front of pages by itself, all but the default one, and of no API route. */
function inLanguages(
  { articles, home = '/', ...options }: HelptallyOptions,
  i18n: NextConfig['i18n'],
): HelptallyOptions {
  const inEach = (path: string) =>
    i18n && !path.includes('/:locale') ? `/:locale(${i18n.locales.join('|')})?${path}` : path
  return { ...options, articles: inEach(articles), home: inEach(home) }
}

const isAbsolute = (base: string | undefined) => base !== undefined && /^https?:\/\//.test(base)
const withoutTwins = (names: string[]) => [...new Set(names)]

function check(options: HelptallyOptions): void {
  const { site, articles, base = '/' } = options ?? {}
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

function warnOfExport(): void {
  console.warn(
    '[helptally] next.config has output: "export". A static export has no route handlers, so no session can be collected at a path of its own. Give withHelptally an absolute "base", the address of a collector that runs elsewhere.',
  )
}
