import type { ExplainedStep, SessionExplained } from '@helptally/core'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { endText, whyEnded } from './endText.js'
import { Gap } from './Gap.js'
import { Step } from './Step.js'

/** The session from top to bottom: each event, the gap before it, and the end. */
export function Events({ session, view }: { session: SessionExplained; view: View }): ReactElement {
  const { format } = view
  const words = view.words.timeline
  const { steps, end, lastAt, rule } = session
  return (
    <section className="ht-card ht-panel" aria-labelledby="ht-events-title">
      <div className="ht-panel-head">
        <h2 id="ht-events-title">{words.events}</h2>
      </div>
      <ol className="ht-line">
        {steps.map((step, i) => (
          <Step
            key={step.event.id}
            step={step}
            isFirst={i === 0}
            activeUntil={unseenActivity(steps, i)}
            limitMs={rule.idleMs}
            view={view}
          />
        ))}
        <li className={end ? 'ht-step ht-step-end' : 'ht-step ht-step-open'}>
          {end?.reason === 'idle' && <Gap gapMs={end.at - lastAt} limitMs={rule.idleMs} view={view} />}
          {end && (
            <time className="ht-clock" dateTime={new Date(end.at).toISOString()}>
              {format.clock(end.at)}
            </time>
          )}
          <div className="ht-what">
            <strong>{end ? words.ended : words.open}</strong>
            <p className="ht-quiet">{end ? whyEnded(session, view) : endText(session, view)}</p>
          </div>
        </li>
      </ol>
    </section>
  )
}

/** The last activity that a step proves (`activeAt`), when no line above shows it; epoch ms. The step's gap counts from there. */
function unseenActivity(steps: readonly ExplainedStep[], index: number): number | undefined {
  const { activeAt } = steps[index]!.event
  if (activeAt === null || activeAt === steps[index]!.event.ts) return undefined
  const isSeen = steps
    .slice(0, index)
    .some(({ event, did }) => activeAt <= (did === 'noted' ? (event.activeAt ?? 0) : event.ts))
  return isSeen ? undefined : activeAt
}
