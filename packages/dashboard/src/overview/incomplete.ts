import type { SessionsReport } from '@helptally/server/reports'

/** Whether the last day of the report goes on at `now` (epoch ms). */
export function isLastDayIncomplete(report: SessionsReport, now: number): boolean {
  return report.rows.length > 0 && now < Date.parse(report.to)
}
