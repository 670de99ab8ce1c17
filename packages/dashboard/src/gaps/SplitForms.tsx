import type { ReactElement } from 'react'
import { queryText } from '../parts/queryText.js'
import { ChangeForm } from './ChangeForm.js'
import type { WorkProps } from './GapWork.js'

/** Makes each query of a gap one of its own again. */
export function SplitForms({ gap, view }: WorkProps): ReactElement {
  const words = view.words.on.gaps
  return (
    <>
      {gap.queries.map((query) => (
        <ChangeForm key={query} change={{ do: 'split', query }} view={view}>
          <button type="submit" className="ht-quiet-button">
            {words.takeOut(queryText(query, view))}
          </button>
        </ChangeForm>
      ))}
    </>
  )
}
