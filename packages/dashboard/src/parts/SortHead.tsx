import type { ReactElement } from 'react'
import type { Sorting } from '../sorting.js'
import { hereWith, type View } from '../view.js'

interface Props {
  /** The key of the column. */
  readonly by: string
  readonly name: string
  readonly sorting: Sorting
  readonly view: View
}

/** A column's head that sorts by it: downwards first, then the other way. */
export function SortHead({ by, name, sorting, view }: Props): ReactElement {
  const isBy = sorting.by === by
  const sort = isBy && sorting.isDown ? by : `-${by}`
  return (
    <th scope="col" aria-sort={isBy ? (sorting.isDown ? 'descending' : 'ascending') : undefined}>
      <a className="ht-sort" href={hereWith(view, { sort })}>
        {name}
      </a>
    </th>
  )
}
