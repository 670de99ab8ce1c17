import type { ConversationAnswer, ConversationNeighbour } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { reasonOf } from './reasonOf.js'
import { Silence } from './Silence.js'
import { TurnClock } from './TurnClock.js'

interface Props {
  readonly previous: ConversationNeighbour
  readonly session: ConversationAnswer
  readonly view: View
}

/** The session before, and what parts it from this one. */
export function PreviousTurn({ previous, session, view }: Props): ReactElement {
  const { format, hrefs } = view
  const words = view.words.on.conversation
  const endedAt = previous.endedAt ?? previous.lastAt
  return (
    <>
      <li className="ht-step ht-step-other" data-neighbour="previous">
        <TurnClock at={previous.lastAt} before={null} view={view} />
        <div className="ht-what">
          <a href={hrefs.session(previous.id)}>{words.before}</a>
          <p className="ht-quiet">{words.beforeEnded(reasonOf(previous, session.rule, view))}</p>
        </div>
      </li>
      <li className="ht-step ht-step-between">
        {previous.reason === 'idle' ? (
          <Silence gapMs={session.start.at - previous.lastAt} rule={session.rule} does="split" view={view} />
        ) : (
          <p className="ht-gap">{words.later(format.duration(session.start.at - endedAt))}</p>
        )}
      </li>
    </>
  )
}
