import type { Job } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { progressText } from './progressText.js'

/** How far a job has come. Not told aloud by itself: a number that grows would never be silent. */
export function Running({ job, view }: { job: Job; view: View }): ReactElement {
  const words = view.words.on.jobs
  const { progress, left_ms, kind, nr } = job
  const { done, of } = progress
  const isKnown = of !== null && of > 0
  return (
    <>
      <progress
        aria-label={words.nth[kind](view.format.count(nr))}
        max={isKnown ? of : undefined}
        value={isKnown ? Math.min(done, of) : undefined}
      />
      <p>
        {isKnown ? `${view.format.share(Math.min(1, done / of))}: ${progressText(progress, view)}.` : words.begins}{' '}
        {left_ms !== null && words.left(view.format.duration(left_ms))}
      </p>
    </>
  )
}
