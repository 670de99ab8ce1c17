import type { PageView } from '@helptally/dashboard'
import { buildOptions, siteTimeZone } from '../config/buildOptions.js'
import type { HelpInsightsOptions } from './createHelpInsights.js'
import { insightsHrefs } from './hrefs.js'
import { periodOf, type Slice } from './periodOf.js'
import { sliceOf } from './reading.js'

/** What a page of this site is told, with the slice that its address asks for, at this moment. */
export function viewOf(
  { path = '/help-insights' }: HelpInsightsOptions,
  about: Pick<PageView, 'page' | 'locale' | 'address' | 'mayEdit' | 'done'>,
): { readonly view: PageView; readonly slice: Slice } {
  const { site = '', basePath = '', base = '/api/help' } = buildOptions() ?? {}
  const [timeZone, now] = [siteTimeZone(), Date.now()]
  const { page, address } = about
  const slice = periodOf(address, timeZone, now)
  const without = { ...about, site, timeZone, now, period: slice.period }
  const hrefs = insightsHrefs({ path: basePath + path, page, base, site, address, slice: sliceOf(without) })
  return { view: { ...without, hrefs }, slice }
}
