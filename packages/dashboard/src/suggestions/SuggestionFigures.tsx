import type { SuggestionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import type { View } from '../view.js'

interface Props {
  readonly report: SuggestionsReport
  readonly before: SuggestionsReport | null
  readonly view: View
}

const NUMBERS = ['seen', 'ctr', 'clicks', 'read_after', 'clicks_unseen'] as const

/** Five numbers of all lists together. */
export function SuggestionFigures({ report, before, view }: Props): ReactElement {
  const words = view.words.on.suggestions
  return (
    <Figures title={words.figures}>
      {NUMBERS.map((of) => (
        <Figure
          key={of}
          of={of}
          name={words.figure[of]}
          now={report.totals[of]}
          before={before?.totals[of]}
          definition={report.definition}
          meaning={words.figureMeaning[of]}
          view={view}
        />
      ))}
    </Figures>
  )
}
