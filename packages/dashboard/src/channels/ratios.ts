import type { ChannelsReport } from '@helptally/server/reports'
import { sumOf } from './sumOf.js'

/** null of none. */
export const ratioOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** How often the users of conversations spoke in a session, on average; null without a session. */
export const turnsPerSession = (report: ChannelsReport): number | null =>
  ratioOf(sumOf(report, 'user_turns'), report.totals.conversations)
