import { OUTCOMES } from '@helptally/core'
import type { LedgerReport, Rate } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'

interface Props {
  readonly report: LedgerReport
  readonly before: LedgerReport | null
  readonly view: View
}

/** What was received, and each outcome with its share of it. */
export function OutcomeFigures({ report, before, view }: Props): ReactElement {
  const { definition, totals } = report
  const words = view.words.on.quality
  return (
    <Figures title={words.figures}>
      <Figure
        of="received"
        name={words.received}
        now={totals.received}
        before={before?.totals.received}
        definition={definition}
        meaning={words.receivedMeaning}
        view={view}
      />
      {OUTCOMES.map((outcome) => (
        <Figure
          key={outcome}
          of={outcome}
          name={words.outcome[outcome]}
          now={totals[outcome]}
          before={before?.totals[outcome]}
          definition={definition}
          meaning={words.outcomeMeaning[outcome]}
          aside={
            <>
              <RateText rate={shareOf(totals[outcome], totals.received)} view={view} /> {words.ofReceived}
            </>
          }
          view={view}
        />
      ))}
    </Figures>
  )
}

const shareOf = (part: number, n: number): Rate => ({ rate: n === 0 ? null : part / n, n })
