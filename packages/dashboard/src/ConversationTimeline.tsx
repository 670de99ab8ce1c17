import type { ConversationAnswer, ConversationSessionRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ConversationHeader } from './conversation/ConversationHeader.js'
import { ConversationReasons } from './conversation/ConversationReasons.js'
import { OtherConversations } from './conversation/OtherConversations.js'
import { Turns } from './conversation/Turns.js'
import { Shell } from './parts/Shell.js'
import { type PageView, viewOf } from './view.js'

export interface ConversationTimelineProps {
  readonly page: PageView
  readonly session: ConversationAnswer
  /** Sessions of the same visitor in other conversations, at the same time. */
  readonly meanwhile: readonly ConversationSessionRow[]
}

/** Why one session of a conversation was counted: its start, each turn and gap, its end, the rule applied, its neighbours. */
export function ConversationTimeline({ page, session, meanwhile }: ConversationTimelineProps): ReactElement {
  const view = viewOf(page)
  return (
    <Shell view={view}>
      <ConversationHeader session={session} view={view} />
      <ConversationReasons session={session} view={view} />
      <Turns session={session} view={view} />
      <OtherConversations rows={meanwhile} view={view} />
    </Shell>
  )
}
