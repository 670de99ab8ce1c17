import type { ReactElement } from 'react'
import { FILTERS } from '../address.js'
import { filterValue } from '../filterValue.js'
import { hereWith, type View } from '../view.js'
import { seen } from './seen.js'

/** The filters in force, each with the way out of it. */
export function FilterChips({ view }: { view: View }): ReactElement | null {
  const { words, address } = view
  const chosen = FILTERS.filter((filter) => address[filter])
  if (chosen.length === 0) return null
  return (
    <ul className="ht-chips" aria-label={words.frame.filters}>
      {chosen.map((filter) => (
        <li key={filter} className="ht-chip">
          <span className="ht-quiet">{words.filter[filter]}</span>{' '}
          <bdi>{seen(filterValue(filter, address[filter]!, view))}</bdi>
          <a href={hereWith(view, { [filter]: '' })} aria-label={words.frame.removeFilter(words.filter[filter])}>
            ×
          </a>
        </li>
      ))}
    </ul>
  )
}
