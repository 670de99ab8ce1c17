import type { ChannelsReport } from '@helptally/server/reports'

/** What was said on all channels; the help center, of which null is known, says nothing. */
export const sumOf = ({ rows }: ChannelsReport, what: 'interactions' | 'user_turns'): number =>
  rows.reduce((sum, row) => sum + (row[what] ?? 0), 0)
