import type { ChannelInterval } from '@helptally/server/reports'

/** Of all channels in one interval. */
export const sessionsIn = ({ sessions }: ChannelInterval): number =>
  Object.values(sessions).reduce((sum, count) => sum + count, 0)
