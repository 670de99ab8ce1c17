import type { ConversationAnswer, ConversationNeighbour } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { TurnClock } from './TurnClock.js'

interface Props {
  readonly next: ConversationNeighbour
  readonly session: ConversationAnswer
  readonly view: View
}

/** The session after, by the message that began it. */
export function NextTurn({ next, session, view }: Props): ReactElement {
  const words = view.words.on.conversation
  const endedAt = session.end?.at ?? session.lastAt
  return (
    <li className="ht-step ht-step-other" data-neighbour="next">
      <TurnClock at={next.startedAt} before={endedAt} view={view} />
      <div className="ht-what">
        <a href={view.hrefs.session(next.id)}>{words.after}</a>
        <p className="ht-quiet">{words.later(view.format.duration(next.startedAt - endedAt))}</p>
      </div>
    </li>
  )
}
