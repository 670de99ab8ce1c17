import type { ReportQuery } from './parseReportQuery.js'

/** What every report says of itself. */
export function headingOf({ site, period }: ReportQuery): { site: string; from: string; to: string; tz: string } {
  return { site, from: isoOf(period.from), to: isoOf(period.to), tz: period.tz }
}

export const isoOf = (instant: number): string => new Date(instant).toISOString()
