import type { OutcomeCounts, OutcomesReport, Rate, SearchSuccess } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import type { View } from '../view.js'

interface Props {
  readonly outcomes: OutcomesReport
  readonly searches: SearchSuccess
  readonly before: { readonly outcomes: OutcomesReport | null; readonly searches: SearchSuccess | null }
  readonly view: View
}

/** Four rates: whether searches led somewhere, articles were read, liked, and persons asked. */
export function WhatCame({ outcomes, searches, before, view }: Props): ReactElement {
  const { format, hrefs, address } = view
  const words = view.words.on.overview
  const { helpfulness, contact } = outcomes.totals
  const past = before.outcomes?.totals
  return (
    <Figures title={words.figures}>
      <Figure
        of="success"
        name={words.success}
        now={searches.totals.success}
        before={before.searches?.totals.success}
        definition={searches.definition}
        meaning={view.words.on.search.meaning.success}
        href={hrefs.to('search', address)}
        view={view}
      />
      <Figure
        of="found"
        reckoned={{ sum: 'found', per: 'sessions' }}
        name={words.found}
        now={foundOf(outcomes.totals)}
        before={past && foundOf(past)}
        definition={outcomes.definition}
        meaning={words.foundMeaning}
        view={view}
      />
      <Figure
        of="helpfulness"
        name={words.helpfulness}
        now={helpfulness}
        before={past?.helpfulness}
        definition={outcomes.definition}
        aside={helpfulness.low === null ? undefined : words.atLeast(format.share(helpfulness.low))}
        href={hrefs.to('articles', address)}
        view={view}
      />
      <Figure
        of="contact"
        name={words.contact}
        now={contact}
        before={past?.contact}
        definition={outcomes.definition}
        href={hrefs.to('deflection', address)}
        view={view}
      />
    </Figures>
  )
}

function foundOf({ found, sessions }: OutcomeCounts): Rate {
  return { rate: sessions === 0 ? null : found / sessions, n: sessions }
}
