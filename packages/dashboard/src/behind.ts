import type { Channel } from '@helptally/core'
import type { ConversationSessionRow, SessionRow } from '@helptally/server/reports'
import { ENDINGS } from './channels/endings.js'
import { FOLLOWED } from './deflection/followed.js'
import { seen } from './parts/seen.js'
import type { View } from './view.js'

/** The sessions behind one number: of the help center, or of conversations. */
export type Behind =
  | { readonly of: 'help'; readonly rows: readonly SessionRow[] }
  | { readonly of: 'conversations'; readonly rows: readonly ConversationSessionRow[] }

/** What the number is called: as its row is, but a channel and an end of it, a way to ask and what tickets tell by their names. */
export function nameBehind({ address: { behind = '', row = '' }, words }: View): string {
  const [report, measure] = behind.split('.')
  if (report === 'deflection') {
    const followed = FOLLOWED.find((one) => one === measure)
    return followed ? words.on.deflection.figure[followed] : row.split('|').filter(Boolean).map(seen).join(' · ')
  }
  if (report !== 'channels' || !Object.hasOwn(words.channel, row)) return seen(row)
  const ending = ENDINGS.find((one) => one === measure)
  return [words.channel[row as Channel], ...(ending ? [words.on.channels.ended[ending]] : [])].join(' · ')
}
