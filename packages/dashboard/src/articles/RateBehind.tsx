import type { Rate } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { RateText } from '../parts/RateText.js'
import type { View } from '../view.js'

interface Props {
  readonly rate: Rate
  /** What is counted, and of what: the number alone would not say where the link leads. */
  readonly name: string
  readonly about: string
  readonly href: string
  readonly view: View
}

/** A share, and the way to its sessions where it has any. */
export function RateBehind({ rate, name, about, href, view }: Props): ReactElement {
  const { words, format } = view
  if (!rate.rate) return <RateText rate={rate} view={view} />
  return (
    <a
      className="ht-behind-rate"
      href={href}
      aria-label={words.on.articles.behind(format.share(rate.rate), name, about)}
    >
      <RateText rate={rate} view={view} />
    </a>
  )
}
