import type { ChannelsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Coded } from '../parts/Coded.js'
import type { View } from '../view.js'

/** Why there is nothing of conversations, and how to tell of them. */
export function NoConversations({ report, view }: { report: ChannelsReport; view: View }): ReactElement {
  const words = view.words.on.channels
  return (
    <p className="ht-behind" data-empty="conversations">
      {report.totals.sessions === 0 ? words.noSessions : words.noConversations} <Coded text={words.howToTell} />
    </p>
  )
}
