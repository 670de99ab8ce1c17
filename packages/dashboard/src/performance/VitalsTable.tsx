import type { VitalsRow } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { Formats } from '../format/formats.js'
import { isLow } from '../lowN.js'
import { ScrollTable } from '../parts/ScrollTable.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'
import type { ArticleVitals } from './vitalGroups.js'
import { JUDGED_VITALS, type JudgedVital, rateVital } from './vitalRating.js'

interface Props {
  readonly articles: readonly ArticleVitals[]
  readonly caption: string
  readonly view: View
}

/** The 75th percentiles, page loads and navigations inside the app on lines of their own. */
export function VitalsTable({ articles, caption, view }: Props): ReactElement {
  const words = view.words.vitals
  return (
    <ScrollTable caption={caption} className="ht-vitals">
      <thead>
        <tr>
          <th scope="col">{words.article}</th>
          <th scope="col">{words.navigation}</th>
          {JUDGED_VITALS.map((metric) => (
            <th key={metric} scope="col">
              {metric} <small>{words.metric[metric]}</small>
            </th>
          ))}
        </tr>
      </thead>
      {articles.map(({ article, lines }) => (
        <tbody key={article}>
          {lines.map(({ navigation, measured }, i) => (
            <tr key={navigation}>
              {i === 0 && (
                <th scope="rowgroup" rowSpan={lines.length} className="ht-article">
                  <a href={view.hrefs.to('article', { ...view.address, of: article })}>
                    <bdi title={article}>{seen(article)}</bdi>
                  </a>
                </th>
              )}
              <td>{words[navigation]}</td>
              {JUDGED_VITALS.map((metric) => (
                <td key={metric}>
                  <Measured metric={metric} row={measured[metric]} view={view} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </ScrollTable>
  )
}

function Measured({
  metric,
  row,
  view,
}: {
  metric: JudgedVital
  row: VitalsRow | undefined
  view: View
}): ReactElement {
  if (!row) return <span className="ht-quiet">—</span>
  const { words, format } = view
  const rating = rateVital(metric, row.p75)
  return (
    <span className={isLow(row.n) ? 'ht-vital ht-vital-few' : `ht-vital ht-vital-${rating}`}>
      <span className="ht-vital-value">{WRITE[metric](row.p75, format)}</span>{' '}
      <span className="ht-vital-rating">{words.vitals.rating[rating]}</span>{' '}
      <span className="ht-quiet">{words.vitals.sample(format.count(row.n))}</span>
    </span>
  )
}

const WRITE: Readonly<Record<JudgedVital, (value: number, format: Formats) => string>> = {
  LCP: (value, format) => format.seconds(value),
  INP: (value, format) => format.milliseconds(value),
  CLS: (value, format) => format.shift(value),
}
