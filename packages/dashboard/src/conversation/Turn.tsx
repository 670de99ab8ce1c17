import type { ConversationStep } from '@helptally/core'
import type { ConversationAnswer } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { InARow } from '../parts/InARow.js'
import type { View } from '../view.js'
import { Silence } from './Silence.js'
import { TurnClock } from './TurnClock.js'
import { tellTurn } from './tellTurn.js'

interface Props {
  readonly step: ConversationStep
  readonly rule: ConversationAnswer['rule']
  /** When the session would end after it, epoch ms; null where it changes nothing. */
  readonly until: number | null
  /** The moment of the line above, epoch ms; null for the first one. */
  readonly before: number | null
  readonly view: View
}

/** One message or other happening, who did it, the gap before it, and what it did to the session. */
export function Turn({ step, rule, until, before, view }: Props): ReactElement {
  const { event, gapMs, did } = step
  const words = view.words.on.conversation
  const { what, details } = tellTurn(event, view)
  const isSameDay = until !== null && view.format.isSameDay(until, event.at)
  const lasts = until === null ? [] : [words.lasts(isSameDay ? view.format.clock(until) : view.format.moment(until))]
  return (
    <li className={`ht-step ht-step-${did}`} data-event={event.name} data-by={event.by ?? undefined}>
      {did !== 'started' && <Silence gapMs={gapMs} rule={rule} does="notSplit" view={view} />}
      <TurnClock at={event.at} before={before} view={view} />
      <div className="ht-what">
        <strong>{what}</strong>
        <p className="ht-quiet">
          <InARow texts={[words.did[did], ...lasts, ...details]} between=" · " />
        </p>
      </div>
    </li>
  )
}
