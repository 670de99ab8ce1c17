import type { Rate } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { BehindLink, type BehindProps } from './BehindLink.js'
import { RateText } from './RateText.js'
import { saidRate } from './saidRate.js'

interface Props extends Pick<BehindProps, 'behind' | 'row'> {
  readonly rate: Rate
  /** What is counted, and of what: a bare number would not say where it leads. */
  readonly name: string
  readonly about: string
  readonly view: View
}

/** A share, and the way to its sessions where it has any. */
export function RateBehind({ rate, behind, row, name, about, view }: Props): ReactElement {
  const text = <RateText rate={rate} view={view} />
  if (!rate.rate) return text
  return (
    <BehindLink
      behind={behind}
      row={row}
      label={view.words.frame.behind(saidRate(rate, view), name, about)}
      view={view}
    >
      {text}
    </BehindLink>
  )
}
