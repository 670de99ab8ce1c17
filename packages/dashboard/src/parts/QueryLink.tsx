import type { ReactElement } from 'react'
import type { View } from '../view.js'
import { queryText } from './queryText.js'

/** What readers typed, and the way to its searches alone. */
export function QueryLink({ query, view }: { query: string; view: View }): ReactElement {
  const { hrefs, address } = view
  const text = queryText(query, view)
  // What has neither letters nor digits cannot be filtered by.
  if (query === '') return <span className="ht-quiet">{text}</span>
  return (
    <a href={hrefs.to('search', { ...address, query })}>
      <bdi title={text}>{text}</bdi>
    </a>
  )
}
