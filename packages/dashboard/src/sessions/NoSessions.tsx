import type { ReactElement } from 'react'
import { FILTERS } from '../address.js'
import { filterValue } from '../filterValue.js'
import { WhetherEventsArrive } from '../parts/WhetherEventsArrive.js'
import { hereWith, type View } from '../view.js'

/** Why there is no session to show, and what to do. */
export function NoSessions({ view }: { view: View }): ReactElement {
  const words = view.words.on.sessions
  const { channel } = view.address
  const filters = FILTERS.filter((filter) => view.address[filter])
  if (filters.length === 0)
    return (
      <>
        <p className="ht-quiet">{words.noneAtAll}</p>
        <WhetherEventsArrive view={view} />
      </>
    )
  if (!channel || channel === 'help' || filters.length === 1) return <p className="ht-quiet">{words.none}</p>
  const name = filterValue('channel', channel, view)
  const others = filters.filter((filter) => filter !== 'channel')
  return (
    <p className="ht-quiet">
      {words.noneOfBoth(name)}{' '}
      <a href={hereWith(view, Object.fromEntries(others.map((filter) => [filter, ''])))}>{words.channelAlone(name)}</a>
    </p>
  )
}
