import type { ConversationAnswer } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { whyConversationEnded } from './endOfConversation.js'
import { Silence } from './Silence.js'
import { TurnClock } from './TurnClock.js'

interface Props {
  readonly session: ConversationAnswer
  /** The moment of the line above, epoch ms. */
  readonly before: number
  readonly view: View
}

/** The end of the session, or that it goes on. */
export function EndTurn({ session, before, view }: Props): ReactElement {
  const { end, lastAt, rule, next } = session
  const { words } = view
  const isIdle = end?.reason === 'idle'
  const gapMs = isIdle ? (next?.startedAt ?? end.at) - lastAt : 0
  return (
    <li className={end ? 'ht-step ht-step-end' : 'ht-step ht-step-open'}>
      {isIdle && <Silence gapMs={gapMs} rule={rule} does="split" view={view} />}
      {end && <TurnClock at={end.at} before={before} view={view} />}
      <div className="ht-what">
        <strong>{end ? words.timeline.ended : words.timeline.open}</strong>
        <p className="ht-quiet">{whyConversationEnded(session, view)}</p>
      </div>
    </li>
  )
}
