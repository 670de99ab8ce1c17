import type { GapChangeTold, GapStatus } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import type { View } from '../view.js'

/** A change in words. */
export function ChangeText({ change, view }: { change: GapChangeTold; view: View }): ReactElement {
  const words = view.words.on.gaps
  const { status, owner, linked_article: article, into } = change.to
  const named = (query: string) => query || view.words.on.search.blank
  const said = [
    status !== undefined && words.status[status as GapStatus],
    owner !== undefined && words.ownerIs(owner),
    article !== undefined && words.articleIs(article),
    change.do === 'merge' && words.putInto(named(into ?? '')),
    change.do === 'split' && words.parted,
  ]
  return (
    <>
      <bdi>{change.queries.map(named).join(', ')}</bdi>: {said.filter(Boolean).join('; ')}
    </>
  )
}
