import type { ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { isLow } from '../lowN.js'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { CurveChart } from './CurveChart.js'
import { CurveTable } from './CurveTable.js'

/** How much of the article its openings saw. */
export function ReadingCurve({ report, view }: { report: ArticleReport; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.article
  const n = report.reading[0]?.openings.n ?? 0
  return (
    <Panel
      hasChart
      id="ht-curve"
      title={words.curve}
      definition={report.definition}
      meaning={words.curveMeaning}
      view={view}
    >
      {isLow(n) && <p className="ht-note">{words.curveFew(format.count(n))}</p>}
      <CurveChart steps={report.reading} view={view} />
      <details className="ht-details">
        <summary>{view.words.chart.asTable}</summary>
        <CurveTable steps={report.reading} view={view} />
      </details>
    </Panel>
  )
}
