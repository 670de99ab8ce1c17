import type { ReactElement } from 'react'

/** Draws the page anew now and then, without loading it. */
export type Looking = () => ReactElement | null

const AGAIN_S = 5

/** While something runs: its script looks again, and where there is none, the browser loads the page anew. */
export function LookAgain({ looking: Look }: { looking: Looking | undefined }): ReactElement {
  return (
    <>
      {Look && <Look />}
      <noscript>
        <meta httpEquiv="refresh" content={String(AGAIN_S)} />
      </noscript>
    </>
  )
}
