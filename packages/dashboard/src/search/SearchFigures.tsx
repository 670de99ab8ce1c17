import type { SearchesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import { hereWith, type View } from '../view.js'
import type { QueryTab } from './queryTabs.js'

const MINUTE_MS = 60_000

const RATES = ['success', 'ctr', 'zero_result', 'no_click', 'refined'] as const

/** Where the queries that make a rate what it is are listed. */
const TAB_OF: Partial<Readonly<Record<(typeof RATES)[number], QueryTab>>> = {
  zero_result: 'no_results',
  no_click: 'no_click',
  refined: 'refined',
}

interface Props {
  readonly report: SearchesReport
  readonly before: SearchesReport | null
  readonly view: View
}

/** All searches together. Those outside of sessions stand last, beside the others. */
export function SearchFigures({ report: { definition, totals }, before, view }: Props): ReactElement {
  const { words: all, format } = view
  const words = all.on.search
  const past = before?.totals
  const common = { definition, view }
  const writeTime = (ms: number) => (ms < MINUTE_MS ? format.seconds(ms) : format.duration(ms))
  return (
    <Figures title={words.figures}>
      <Figure {...common} of="searches" name={words.figure.searches} now={totals.searches} before={past?.searches} />
      {RATES.map((of) => (
        <Figure
          key={of}
          {...common}
          of={of}
          name={words.figure[of]}
          now={totals[of]}
          before={past?.[of]}
          meaning={words.meaning[of]}
          href={TAB_OF[of] && `${hereWith(view, { tab: TAB_OF[of], sort: '' })}#ht-queries`}
        />
      ))}
      <Figure
        {...common}
        of="click_after"
        reckoned="click_after_median_ms"
        name={words.figure.click_after}
        now={totals.click_after_median_ms}
        before={past?.click_after_median_ms}
        write={writeTime}
        meaning={words.meaning.click_after}
      />
      <Figure
        {...common}
        of="orphans"
        reckoned="orphan_searches"
        name={all.totals.orphans}
        now={totals.orphan_searches}
        before={past?.orphan_searches}
        meaning={all.totals.orphansMeaning}
        aside={all.totals.notInSessions}
      />
    </Figures>
  )
}
