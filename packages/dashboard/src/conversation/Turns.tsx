import { type ConversationStep, idleEndAt } from '@helptally/core'
import type { ConversationAnswer } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { EndTurn } from './EndTurn.js'
import { NextTurn } from './NextTurn.js'
import { PreviousTurn } from './PreviousTurn.js'
import { Turn } from './Turn.js'

/** The session from top to bottom, from the end of the one before it to the start of the next. */
export function Turns({ session, view }: { session: ConversationAnswer; view: View }): ReactElement {
  const words = view.words.on.conversation
  const { steps, rule, start, previous, next } = session
  const untils = endsOf(session)
  return (
    <Panel id="ht-turns" title={words.turns} view={view}>
      <ol className="ht-line ht-turns">
        {previous && <PreviousTurn previous={previous} session={session} view={view} />}
        {steps.map((step, i) => (
          <Turn
            key={step.event.id}
            step={step}
            rule={rule}
            until={untils[i]!}
            before={i === 0 ? (previous?.lastAt ?? null) : steps[i - 1]!.event.at}
            view={view}
          />
        ))}
        <EndTurn session={session} before={steps.at(-1)?.event.at ?? start.at} view={view} />
        {next && <NextTurn next={next} session={session} view={view} />}
      </ol>
      <p className="ht-note">{words.marks}</p>
    </Panel>
  )
}

/** When the session would end after each step without another message, epoch ms; null where a step changes nothing. */
function endsOf({ steps, rule }: ConversationAnswer): (number | null)[] {
  const moves = ({ did }: ConversationStep) => did === 'started' || did === 'kept'
  return steps.map((step) => (moves(step) ? idleEndAt(rule, step.event.at) : null))
}
