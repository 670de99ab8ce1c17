import { LIMITS } from '@helptally/core'
import type { ReportDefaults } from '../reports/parseReportQuery.js'

/** The help center that a request is about; null for none that can be. */
export function siteOf(request: Request, defaults: ReportDefaults): string | null {
  const site = new URL(request.url).searchParams.get('site') || defaults.site
  return site && site.length <= LIMITS.site ? site : null
}

export const EXPECTED_SITE: string = `site: expected the id of a help center, at most ${LIMITS.site} characters`
