import type { SearchesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { FunnelTable } from './FunnelTable.js'
import { funnelSteps, type Step } from './funnelSteps.js'

/** Px: of a step with the line of its name, of that line, and of its bar. */
const STEP_HEIGHT = 50
const NAME_HEIGHT = 16
const BAR_HEIGHT = 16

/** How many searches got how far, and where the others were lost. */
export function SearchFunnel({ report, view }: { report: SearchesReport; view: View }): ReactElement {
  const { words: all, format } = view
  const words = all.on.search
  const steps = funnelSteps(report.totals)
  const write = ({ count, share }: Step) => `${format.count(count)} · ${format.share(share)}`
  return (
    <Panel
      hasChart
      id="ht-funnel"
      title={words.funnel}
      definition={report.definition}
      meaning={words.funnelMeaning}
      view={view}
    >
      <svg
        className="ht-funnel"
        role="img"
        aria-labelledby="ht-funnel-name ht-funnel-desc"
        width="100%"
        height={STEP_HEIGHT * steps.length}
      >
        <title id="ht-funnel-name">{words.funnel}</title>
        <desc id="ht-funnel-desc">
          {steps.map((one) => `${words.step[one.step]}: ${write(one)}`).join('; ')}. {words.sameInTable}
        </desc>
        {steps.map((one, i) => (
          <g key={one.step} transform={`translate(0 ${STEP_HEIGHT * i})`}>
            <text y={NAME_HEIGHT - 3}>{words.step[one.step]}</text>
            <text className="ht-funnel-count" x="100%" y={NAME_HEIGHT - 3}>
              {write(one)}
            </text>
            <rect className="ht-funnel-ground" y={NAME_HEIGHT + 4} width="100%" height={BAR_HEIGHT} rx="4" />
            <rect
              className={`ht-funnel-bar ht-funnel-${one.step}`}
              y={NAME_HEIGHT + 4}
              width={percent(one.width)}
              height={BAR_HEIGHT}
              rx="4"
            />
          </g>
        ))}
      </svg>
      <details className="ht-details">
        <summary>{all.chart.asTable}</summary>
        <FunnelTable steps={steps} view={view} />
      </details>
    </Panel>
  )
}
