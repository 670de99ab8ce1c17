import type { WorkedGap } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { queryText } from '../parts/queryText.js'
import { seen } from '../parts/seen.js'
import type { View } from '../view.js'
import { Effect } from './Effect.js'
import { MergeForm } from './MergeForm.js'
import { SplitForms } from './SplitForms.js'
import { WorkForm } from './WorkForm.js'

export interface WorkProps {
  readonly gap: WorkedGap
  /** Unique on the page: what the ids of its fields begin with. */
  readonly id: string
  readonly view: View
}

/** What is done about a gap, and for editors the forms that change it. */
export function GapWork(props: WorkProps): ReactElement {
  const { gap, id, view } = props
  const words = view.words.on.gaps
  return (
    <>
      <WorkSaid gap={gap} view={view} />
      <Effect gap={gap} view={view} />
      {view.mayEdit && (
        <span className="ht-filter">
          <button
            type="button"
            className="ht-quiet-button"
            popoverTarget={`${id}-change`}
            aria-label={words.changeGap(queryText(gap.query, view))}
          >
            {words.change}
          </button>
          <div popover="auto" id={`${id}-change`} className="ht-answer ht-gap-change">
            <WorkForm {...props} />
            <MergeForm {...props} />
            <SplitForms {...props} />
          </div>
        </span>
      )}
    </>
  )
}

function WorkSaid({ gap, view }: { gap: WorkedGap; view: View }): ReactElement {
  const { format, hrefs, address } = view
  const words = view.words.on.gaps
  const { status, since, owner, linked_article: article } = gap
  return (
    <ul className="ht-gap-said">
      <li>
        {since === null ? (
          <span className="ht-quiet">{words.untouched}</span>
        ) : (
          words.statusSince(words.status[status], format.day(since))
        )}
      </li>
      {owner && (
        <li>
          <bdi>{seen(owner)}</bdi>
        </li>
      )}
      {article && (
        <li>
          <a href={hrefs.to('article', { ...address, of: article })}>
            <bdi>{seen(article)}</bdi>
          </a>
        </li>
      )}
    </ul>
  )
}
