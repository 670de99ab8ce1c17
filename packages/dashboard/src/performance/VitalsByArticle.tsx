import type { VitalsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { LOW_N } from '../lowN.js'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { limitsText } from './limitsText.js'
import { VitalsTable } from './VitalsTable.js'
import { groupVitals } from './vitalGroups.js'
import { JUDGED_VITALS } from './vitalRating.js'

/** Shown at once; the others are one tap away. */
const FIRST_ARTICLES = 8

export function VitalsByArticle({ report, view }: { report: VitalsReport; view: View }): ReactElement {
  const words = view.words.vitals
  const articles = groupVitals(report.rows)
  const rest = articles.slice(FIRST_ARTICLES)
  return (
    <Panel
      id="ht-vitals"
      title={words.title}
      definition={report.definition}
      csv="vitals"
      csvParams={{ limit: '200' }}
      view={view}
    >
      {articles.length === 0 ? (
        <p className="ht-quiet">{words.none}</p>
      ) : (
        <VitalsTable articles={articles.slice(0, FIRST_ARTICLES)} caption={words.title} view={view} />
      )}
      {rest.length > 0 && (
        <details className="ht-details">
          <summary>{words.more(rest.length)}</summary>
          <VitalsTable articles={rest} caption={words.more(rest.length)} view={view} />
        </details>
      )}
      {articles.length > 0 && (
        <ul className="ht-foot">
          {JUDGED_VITALS.map((metric) => (
            <li key={metric}>{`${metric}: ${limitsText(metric, view)}`}</li>
          ))}
          <li>{words.tooFew(view.format.count(LOW_N))}</li>
        </ul>
      )}
    </Panel>
  )
}
