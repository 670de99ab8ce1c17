import { parseReportQuery } from '@helptally/server'

/** How many tabs must have made a query for a report to show it, unless it is asked for more. */
export function leastTabs(now: number): number {
  const parsed = parseReportQuery({ site: 'any' }, now)
  if (!parsed.ok) throw new Error(`[helptally] ${parsed.reason}`)
  return parsed.query.k
}
