import type { ReactElement } from 'react'
import type { NotStarted as Why } from '../messages/jobs.js'
import type { View } from '../view.js'

/** Why the form that led here has started nothing. */
export function NotStarted({ view }: { view: View }): ReactElement | null {
  const { notStarted } = view.words.on.jobs
  const why = view.done?.replace(/^[a-z]+-/, '') ?? ''
  if (!Object.hasOwn(notStarted, why)) return null
  return (
    <p className="ht-alarm" role="alert">
      {notStarted[why as Why]}
    </p>
  )
}
