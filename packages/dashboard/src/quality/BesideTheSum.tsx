import type { LedgerReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import type { View } from '../view.js'

const KINDS = ['dropped', 'refused'] as const

interface Props {
  readonly report: LedgerReport
  readonly before: LedgerReport | null
  readonly view: View
}

/** What never became an event received, and is no part of the sum. */
export function BesideTheSum({ report, before, view }: Props): ReactElement {
  const words = view.words.on.quality
  const meaning = { dropped: words.droppedMeaning, refused: words.refusedMeaning }
  return (
    <Figures title={words.beside}>
      {KINDS.map((kind) => (
        <Figure
          key={kind}
          of={kind}
          name={words[kind]}
          now={report.totals[kind]}
          before={before?.totals[kind]}
          definition={report.definition}
          meaning={meaning[kind]}
          aside={words.notPart}
          view={view}
        />
      ))}
    </Figures>
  )
}
