import type { FlowReport, SuggestionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { PageHeader } from './parts/PageHeader.js'
import { Shell } from './parts/Shell.js'
import { Flow } from './suggestions/Flow.js'
import { Lists } from './suggestions/Lists.js'
import { SuggestionFigures } from './suggestions/SuggestionFigures.js'
import { type PageView, viewOf } from './view.js'

export interface SuggestionsProps {
  readonly page: PageView
  readonly suggestions: SuggestionsReport
  /** The same over the period before; null when nothing is compared. */
  readonly before: SuggestionsReport | null
  readonly flow: FlowReport
}

/** Which lists of articles lead on, and how readers go from one thing to the next. */
export function Suggestions({ page, suggestions, before, flow }: SuggestionsProps): ReactElement {
  const view = viewOf(page)
  const words = view.words.on.suggestions
  const isSynthetic = suggestions.synthetic || flow.synthetic
  return (
    <Shell view={view}>
      <PageHeader
        title={words.title}
        lead={words.lead}
        isSynthetic={isSynthetic}
        isImported={suggestions.imported}
        view={view}
      />
      <SuggestionFigures report={suggestions} before={before} view={view} />
      <Lists report={suggestions} view={view} />
      <Flow report={flow} view={view} />
    </Shell>
  )
}
