import type { Annotation, ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { AnnotationList } from '../annotations/AnnotationList.js'
import { chartWords } from '../overview/chartWords.js'
import { Panel } from '../parts/Panel.js'
import { ReadOut } from '../parts/ReadOut.js'
import { isIncomplete } from '../period.js'
import type { View } from '../view.js'
import { OpeningsChart } from './OpeningsChart.js'
import { OpeningsLegend } from './OpeningsLegend.js'
import { OpeningsTable } from './OpeningsTable.js'

interface Props {
  readonly report: ArticleReport
  readonly annotations: readonly Annotation[]
  readonly view: View
}

/** When it was opened, and how many of the openings were read. */
export function Openings({ report, annotations, view }: Props): ReactElement {
  const words = view.words.on.article
  const isOpen = isIncomplete(report, view.now)
  return (
    <Panel
      hasChart
      id="ht-openings"
      title={words.openings[report.interval]}
      definition={report.definition}
      meaning={words.openingsMeaning}
      aside={<OpeningsLegend soFar={isOpen ? chartWords(report.interval, view).soFar : null} view={view} />}
      view={view}
    >
      <OpeningsChart report={report} isIncomplete={isOpen} annotations={annotations} view={view} />
      <ReadOut />
      <AnnotationList annotations={annotations} view={view} />
      <details className="ht-details">
        <summary>{view.words.chart.asTable}</summary>
        <OpeningsTable report={report} isIncomplete={isOpen} view={view} />
      </details>
    </Panel>
  )
}
