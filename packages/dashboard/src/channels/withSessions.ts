import type { ChannelRow, ChannelsReport } from '@helptally/server/reports'

/** The channels that have any, in the order of the rulebook. */
export const withSessions = ({ rows }: ChannelsReport): ChannelRow[] => rows.filter(({ sessions }) => sessions > 0)
