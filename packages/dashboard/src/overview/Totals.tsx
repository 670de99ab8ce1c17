import type { LiveReport, SessionsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { ENTRY_ORDER } from '../entries.js'
import type { View } from '../view.js'
import { Total } from './Total.js'

interface Props {
  readonly sessions: SessionsReport
  /** null when nothing is compared. */
  readonly previous: SessionsReport | null
  readonly live: LiveReport
  readonly view: View
}

/** Sessions and the entries that sum to them in one card; what is no part of the sum, in cards of its own. */
export function Totals({ sessions, previous, live, view }: Props): ReactElement {
  const { definition, totals } = sessions
  const words = view.words.totals
  return (
    <section className="ht-totals" aria-labelledby="ht-totals-title">
      <h2 id="ht-totals-title" className="ht-heard">
        {words.title}
      </h2>
      <div className="ht-card ht-sum">
        <Total
          of="sessions"
          name={words.sessions}
          now={totals.sessions}
          before={previous?.totals.sessions}
          definition={definition}
          className="ht-total-main"
          view={view}
        />
        {ENTRY_ORDER.map((entry) => (
          <Total
            key={entry}
            of={entry}
            name={view.words.entry[entry]}
            now={totals[entry]}
            before={previous?.totals[entry]}
            aside={words.shareOfSessions(shareOf(totals[entry], totals.sessions, view))}
            definition={definition}
            meaning={view.words.entryMeaning[entry]}
            swatch={entry}
            view={view}
          />
        ))}
      </div>
      <Total
        of="orphan_searches"
        name={words.orphans}
        now={totals.orphan_searches}
        before={previous?.totals.orphan_searches}
        aside={words.notInSessions}
        definition={definition}
        meaning={words.orphansMeaning}
        className="ht-card"
        view={view}
      />
      <Total
        of="open"
        name={words.open}
        now={live.totals.open}
        aside={words.rightNow}
        definition={live.definition}
        meaning={words.openMeaning}
        className="ht-card"
        view={view}
      />
    </section>
  )
}

function shareOf(part: number, whole: number, { format }: View): string {
  return whole === 0 ? '—' : format.share(part / whole)
}
