import type { ReactElement } from 'react'

/** The collector gives its reasons in English, and quotes what came. */
export function ReasonText({ reason }: { reason: string }): ReactElement {
  if (reason === '') return <>—</>
  return (
    <code lang="en">
      <bdi>{reason}</bdi>
    </code>
  )
}
