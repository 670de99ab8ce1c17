import type { Definition, ReportName } from '@helptally/server/reports'
import type { ReactElement, ReactNode } from 'react'
import type { View } from '../view.js'
import { Meaning } from './Meaning.js'

interface Props {
  /** Unique on the page; the panel's anchor. */
  readonly id: string
  readonly title: string
  /** What the numbers inside mean. */
  readonly definition?: Definition
  /** What they mean in particular, in the words of the page. */
  readonly meaning?: string
  /** Which report they can be had from as a file. */
  readonly csv?: ReportName
  readonly csvParams?: Readonly<Record<string, string>>
  /** Whether it draws a chart, which can be had as a file too: whoever embeds the page saves what `data-save` names. */
  readonly hasChart?: boolean
  /** Beside the title: a legend, tabs. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
  readonly view: View
}

const CHART_FILES = ['SVG', 'PNG'] as const

/** A card with a heading, its meaning, and its numbers as a file. */
export function Panel(props: Props): ReactElement {
  const { id, title, definition, meaning, csv, csvParams, hasChart, aside, className = '', children, view } = props
  const { fileOf } = view.words.frame
  return (
    <section id={id} className={`ht-card ht-panel ${className}`.trim()} aria-labelledby={`${id}-title`}>
      <div className="ht-panel-head">
        <div className="ht-panel-title">
          <h2 id={`${id}-title`}>{title}</h2>
          {definition && <Meaning id={`${id}-means`} name={title} definition={definition} text={meaning} view={view} />}
        </div>
        {aside}
        {(csv || hasChart) && (
          <span className="ht-files">
            {csv && (
              <a className="ht-csv" href={view.hrefs.csv(csv, csvParams)} download aria-label={fileOf(title, 'CSV')}>
                CSV
              </a>
            )}
            {hasChart &&
              CHART_FILES.map((type) => (
                <button key={type} type="button" className="ht-save" data-save={type} aria-label={fileOf(title, type)}>
                  {type}
                </button>
              ))}
          </span>
        )}
      </div>
      {children}
    </section>
  )
}
