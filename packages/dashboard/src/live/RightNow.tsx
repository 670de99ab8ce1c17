import type { LiveReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Figure } from '../parts/Figure.js'
import { Figures } from '../parts/Figures.js'
import type { View } from '../view.js'
import { eventsOf } from './eventsOf.js'

export function RightNow({ report, view }: { report: LiveReport; view: View }): ReactElement {
  const { definition, totals, per_minute } = report
  const { totals: common, on } = view.words
  const words = on.live
  return (
    <Figures title={words.figures}>
      <Figure
        of="open"
        name={words.openSessions}
        now={totals.open}
        definition={definition}
        meaning={common.openMeaning}
        aside={common.rightNow}
        href="#ht-open"
        view={view}
      />
      <Figure
        of="events"
        reckoned="per_minute"
        name={words.events}
        now={eventsOf(per_minute)}
        definition={definition}
        meaning={words.eventsMeaning}
        aside={words.lastFive}
        view={view}
      />
    </Figures>
  )
}
