import type { ArticleReport } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { chartWords } from '../overview/chartWords.js'
import { RateText } from '../parts/RateText.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import type { View } from '../view.js'
import { startText } from './startText.js'

interface Props {
  readonly report: ArticleReport
  readonly isIncomplete: boolean
  readonly view: View
}

const RATES = ['read', 'quick_exit', 'failed', 'helpfulness'] as const

/** What the chart draws, in numbers, and what came of each interval's openings. */
export function OpeningsTable({ report, isIncomplete, view }: Props): ReactElement {
  const { format } = view
  const words = view.words.on.article
  const { series, interval } = report
  const open = isIncomplete ? series.at(-1) : undefined
  return (
    <ScrollTable caption={words.openings[interval]} className="ht-numbers">
      <thead>
        <tr>
          <th scope="col">{chartWords(interval, view).name}</th>
          <th scope="col">{words.opened}</th>
          {RATES.map((rate) => (
            <th key={rate} scope="col">
              {words.figure[rate].name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.map((row) => (
          <tr key={row.start}>
            <th scope="row">
              <time dateTime={row.start}>{startText(row.start, interval, format)}</time>
              {row === open && <span className="ht-quiet"> · {chartWords(interval, view).soFar}</span>}
            </th>
            <td>{format.count(row.opens)}</td>
            {RATES.map((rate) => (
              <td key={rate}>
                <RateText rate={row[rate]} view={view} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
