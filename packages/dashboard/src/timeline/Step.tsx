import type { ExplainedStep } from '@helptally/core'
import type { ReactElement } from 'react'
import { InARow } from '../parts/InARow.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'
import { Gap } from './Gap.js'
import { tellEvent } from './tellEvent.js'

interface Props {
  readonly step: ExplainedStep
  readonly isFirst: boolean
  /** The reader's last activity before this event, where no line above shows it; epoch ms. */
  readonly activeUntil: number | undefined
  /** The idle time that ends a session, ms. */
  readonly limitMs: number
  readonly view: View
}

/** One event, the gap before it, and whether it kept the session open. */
export function Step({ step, isFirst, activeUntil, limitMs, view }: Props): ReactElement {
  const { words, format } = view
  const { event, gapMs, did } = step
  const told = tellEvent(event, view)
  return (
    <li className={`ht-step ht-step-${did}`} data-event={event.name}>
      {!isFirst && <Gap gapMs={gapMs} limitMs={limitMs} activeUntil={activeUntil} view={view} />}
      <time className="ht-clock" dateTime={new Date(event.ts).toISOString()}>
        {format.clock(event.ts)}
      </time>
      <div className="ht-what">
        <strong>{told.what}</strong> {told.subject !== undefined && <bdi>{seen(told.subject)}</bdi>}
        <p className="ht-quiet">
          <InARow texts={[words.timeline.did[did], ...told.details]} between=" · " />
        </p>
      </div>
    </li>
  )
}
