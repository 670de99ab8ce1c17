import type { OutcomesReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { Panel } from '../parts/Panel.js'
import type { View } from '../view.js'
import { percent } from './bars.js'

const KINDS = ['found', 'failed', 'contacted'] as const
const HEIGHT = 20

/** What came of the sessions: three parts of one bar. */
export function Outcomes({ report, view }: { report: OutcomesReport; view: View }): ReactElement {
  const { format, hrefs, address } = view
  const words = view.words.on.overview
  const { totals } = report
  const share = (kind: (typeof KINDS)[number]) => (totals.sessions === 0 ? 0 : totals[kind] / totals.sessions)
  const [found, failed, contacted] = KINDS.map((kind) => format.count(totals[kind])) as [string, string, string]
  let x = 0
  return (
    <Panel id="ht-outcomes" title={words.outcomes} definition={report.definition} csv="outcomes" view={view}>
      <svg className="ht-parts" role="img" aria-labelledby="ht-parts-title ht-parts-desc" width="100%" height={HEIGHT}>
        <title id="ht-parts-title">{words.outcomes}</title>
        <desc id="ht-parts-desc">{words.outcomesDescription(found, failed, contacted)}</desc>
        {KINDS.map((kind) => {
          const left = x
          x += 100 * share(kind)
          return (
            <rect
              key={kind}
              className={`ht-fill-${kind}`}
              x={percent(left)}
              width={percent(x - left)}
              height={HEIGHT}
            />
          )
        })}
      </svg>
      <ul className="ht-part-list">
        {KINDS.map((kind) => (
          <li key={kind}>
            <svg className="ht-swatch" aria-hidden="true" width="10" height="10">
              <rect className={`ht-fill-${kind}`} width="10" height="10" rx="2" />
            </svg>
            <strong>{format.count(totals[kind])}</strong> {words.outcome[kind]}{' '}
            <span className="ht-quiet">
              {totals.sessions === 0 ? '—' : format.share(share(kind))} · {words.outcomeMeaning[kind]}
            </span>
          </li>
        ))}
      </ul>
      <p className="ht-more">
        <a href={hrefs.to('deflection', address)}>{words.deflection}</a>
      </p>
    </Panel>
  )
}
