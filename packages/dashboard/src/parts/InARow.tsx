import { Fragment, type ReactElement } from 'react'
import { seen } from './seen.js'

/** Texts of ours and of others, each of which keeps its direction to itself. */
export function InARow({ texts, between }: { texts: readonly string[]; between: string }): ReactElement {
  return (
    <>
      {texts.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same text may come twice.
        <Fragment key={i}>
          {i > 0 && between}
          <bdi>{seen(text)}</bdi>
        </Fragment>
      ))}
    </>
  )
}
