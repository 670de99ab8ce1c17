import { OUTCOMES } from '@helptally/core'
import type { LedgerReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { isLow } from '../lowN.js'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import type { View } from '../view.js'

interface Props {
  readonly report: LedgerReport
  readonly before: LedgerReport | null
  readonly view: View
}

/** What was received, and each outcome with its share of it. */
export function OutcomeFigures({ report, before, view }: Props): ReactElement {
  const { format } = view
  const { definition, totals } = report
  const words = view.words.on.quality
  const { received } = totals
  const few = received > 0 && isLow(received) ? { className: 'ht-low', title: view.words.frame.lowN } : {}
  const shareOf = (part: number) => (received === 0 ? '—' : format.share(part / received))
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
          aside={<span {...few}>{words.ofReceived(shareOf(totals[outcome]), format.count(received))}</span>}
          view={view}
        />
      ))}
    </Figures>
  )
}
