import { CHANNELS, type Channel } from '@helptally/core'
import type { ChannelsReport, Endings } from '@helptally/server/reports'

export type Ending = keyof Endings

/** In the order of the columns: what is usual first, what goes on last. */
export const ENDINGS: readonly Ending[] = ['idle', 'close', 'transfer', 'survey_answered', 'interrupted', 'open']

/** Whether the rulebook knows this end for the channel. */
export const canEnd = (channel: Channel, ending: Ending): boolean =>
  ending === 'idle' || ending === 'open' || CHANNELS[channel].endsEarlyOn.includes(ending)

/** On all channels. */
export const endedIn = ({ rows }: ChannelsReport, ending: Ending): number =>
  rows.reduce((sum, { ended }) => sum + ended[ending], 0)
