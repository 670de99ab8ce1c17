import type { VitalsReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { NBSP } from '../format/duration.js'
import type { Formats } from '../format/formats.js'
import { Meaning } from '../parts/Meaning.js'
import type { View } from '../view.js'
import { VitalsTable } from './VitalsTable.js'
import { groupVitals } from './vitalGroups.js'
import { JUDGED_VITALS, type JudgedVital, LEAST_MEASUREMENTS, THRESHOLDS } from './vitalRating.js'

/** Shown at once; the others are one tap away. */
const FIRST_ARTICLES = 8

export function VitalsByArticle({ report, view }: { report: VitalsReport; view: View }): ReactElement {
  const words = view.words.vitals
  const articles = groupVitals(report.rows)
  const rest = articles.slice(FIRST_ARTICLES)
  return (
    <section className="ht-card ht-panel" aria-labelledby="ht-vitals-title">
      <div className="ht-panel-head">
        <h2 id="ht-vitals-title">{words.title}</h2>
        <Meaning id="ht-means-vitals" name={words.title} definition={report.definition} view={view} />
      </div>
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
            <li key={metric}>{thresholdText(metric, view)}</li>
          ))}
          <li>{words.tooFew(view.format.count(LEAST_MEASUREMENTS))}</li>
        </ul>
      )}
    </section>
  )
}

/** `LCP: good to 2.5 s, poor above 4 s` */
function thresholdText(metric: JudgedVital, { words, format }: View): string {
  const { good, poor } = THRESHOLDS[metric]
  const write = WRITE_LIMIT[metric]
  return `${metric}: ${words.vitals.thresholds(write(good, format), write(poor, format))}`
}

const WRITE_LIMIT: Readonly<Record<JudgedVital, (value: number, format: Formats) => string>> = {
  LCP: (value, format) => `${format.plain(value / 1000)}${NBSP}s`,
  INP: (value, format) => format.milliseconds(value),
  CLS: (value, format) => format.plain(value),
}
