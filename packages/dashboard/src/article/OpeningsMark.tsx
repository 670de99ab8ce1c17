import type { ReactElement } from 'react'
import { percent } from '../overview/bars.js'
import type { View } from '../view.js'
import { OPENINGS_HEIGHT } from './layOpenings.js'
import type { RevisionMark } from './revisionMarks.js'

/** A numbered line where a revision was first opened; its name stands in the table of revisions. */
export function OpeningsMark({ mark, view }: { mark: RevisionMark; view: View }): ReactElement {
  const { format } = view
  const words = view.words.on.article
  const x = percent(mark.x)
  const number = format.count(mark.number)
  return (
    <g className="ht-mark" data-revision={mark.revision}>
      <title>{words.mark(number, mark.revision || words.noRevision, format.dayAndTime(mark.at))}</title>
      <line x1={x} x2={x} y1="-4" y2={OPENINGS_HEIGHT} />
      <text x={x} y="-8" textAnchor="middle">
        {number}
      </text>
    </g>
  )
}
