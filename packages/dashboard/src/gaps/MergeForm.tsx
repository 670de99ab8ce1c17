import { LIMITS } from '@helptally/core'
import type { ReactElement } from 'react'
import { ChangeForm } from './ChangeForm.js'
import type { WorkProps } from './GapWork.js'
import { OTHER_GAPS } from './OtherGaps.js'

/** Makes a gap a part of another one that means the same. */
export function MergeForm({ gap, id, view }: WorkProps): ReactElement {
  const words = view.words.on.gaps
  return (
    <ChangeForm change={{ do: 'merge', query: gap.query }} view={view}>
      <label htmlFor={`${id}-into`}>
        {words.into}
        <input
          id={`${id}-into`}
          type="text"
          name="into"
          list={OTHER_GAPS}
          required
          maxLength={LIMITS.query}
          autoComplete="off"
        />
      </label>
      <button type="submit" className="ht-quiet-button">
        {words.putTogether}
      </button>
    </ChangeForm>
  )
}
