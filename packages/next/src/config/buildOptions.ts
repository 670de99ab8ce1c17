import type { HelpOptions } from '@helptally/browser'

/** What the build hands to the page and to the server, as JSON in the environment variable that Next inlines. */
export interface BuildOptions extends Pick<HelpOptions, 'site' | 'articles' | 'home' | 'base' | 'consent'> {
  /** IANA time zone in which the site's days begin. Default: the server's. */
  readonly timeZone?: string
  /** Next's `basePath`, '' without one. */
  readonly basePath: string
  /** Next's `trailingSlash`: `base` has a slash at its end, and so have the addresses of the dashboard. */
  readonly trailingSlash: boolean
}

/** The options of `withHelptally`, or undefined when the build ran without it. */
export function buildOptions(): BuildOptions | undefined {
  // Read literally: Next inlines nothing else.
  const json = process.env.HELPTALLY_OPTIONS
  return json ? (JSON.parse(json) as BuildOptions) : undefined
}

/** IANA time zone in which the site's days begin. */
export function siteTimeZone(): string {
  return buildOptions()?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
}
