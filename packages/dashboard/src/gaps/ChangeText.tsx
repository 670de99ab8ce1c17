import type { GapChangeTold, GapStatus } from '@helptally/server/reports'
import type { ReactElement } from 'react'
import { InARow } from '../parts/InARow.js'
import { queryText } from '../parts/queryText.js'
import type { View } from '../view.js'

/** A change in words. */
export function ChangeText({ change, view }: { change: GapChangeTold; view: View }): ReactElement {
  const words = view.words.on.gaps
  const { status, owner, linked_article: article, into } = change.to
  const named = (query: string) => queryText(query, view)
  const said = [
    status !== undefined && words.status[status as GapStatus],
    owner !== undefined && words.ownerIs(owner),
    article !== undefined && words.articleIs(article),
    change.do === 'merge' && words.putInto(named(into ?? '')),
    change.do === 'split' && words.parted,
  ]
  return (
    <>
      <InARow texts={change.queries.map(named)} between=", " />:{' '}
      <InARow texts={said.filter((text) => text !== false)} between="; " />
    </>
  )
}
