import type { ReactElement } from 'react'
import { hereWith, type View } from '../view.js'

/** Follows what `href` tells, and says so in these words. */
export type Follow = (props: {
  readonly href: string
  readonly words: Readonly<Record<'still' | 'following' | 'lost', string>>
}) => ReactElement

/** The moment that the page shows, and the way to a later one. */
export function AsOf({ follow: FollowLive, view }: { follow: Follow | undefined; view: View }): ReactElement {
  const { format, now, hrefs } = view
  const { asOf, still, following, lost, refresh } = view.words.on.live
  return (
    <p className="ht-behind">
      {asOf} <time dateTime={new Date(now).toISOString()}>{format.moment(now)}</time>.{' '}
      {FollowLive ? <FollowLive href={hrefs.live} words={{ still, following, lost }} /> : still}{' '}
      <a href={hereWith(view, {})}>{refresh}</a>
    </p>
  )
}
