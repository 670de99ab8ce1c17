import type { PageView } from '@helptally/dashboard'
import { buildOptions, siteTimeZone } from '../config/buildOptions.js'
import type { HelpInsightsOptions } from './createHelpInsights.js'
import { insightsHrefs } from './hrefs.js'
import { periodOf, type Slice } from './periodOf.js'
import { sliceOf } from './reading.js'

/** The site of this app; '' when the build ran without `withHelptally`. */
export const homeSite = (): string => buildOptions()?.site ?? ''

/** What a page is told, with the site and the slice that its address asks for, at this moment. */
export function viewOf(
  { path = '/help-insights' }: HelpInsightsOptions,
  about: Pick<PageView, 'page' | 'locale' | 'address' | 'sites' | 'mayEdit' | 'isAdmin' | 'done'>,
): { readonly view: PageView; readonly slice: Slice } {
  const { basePath = '', base = '/api/help', trailingSlash = false } = buildOptions() ?? {}
  const home = homeSite()
  const [timeZone, now] = [siteTimeZone(), Date.now()]
  const { page, address } = about
  const site = address.site ?? home
  const slice = periodOf(address, timeZone, now)
  const without = { ...about, site, timeZone, now, period: slice.period }
  const root = basePath + path + (trailingSlash ? '/' : '')
  const hrefs = insightsHrefs({ path: root, page, base, site, home, address, slice: sliceOf(without) })
  return { view: { ...without, hrefs }, slice }
}
