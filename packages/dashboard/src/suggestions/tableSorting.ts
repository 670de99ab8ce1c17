import { type Sorting, sortingOf } from '../sorting.js'

/** How this table is sorted. The address sorts one table of a page; the others stay as they were. */
export function tableSorting(sort: string | undefined, columns: object, standard: string): Sorting {
  return sortingOf(isSortedBy(sort, columns) ? sort : undefined, standard)
}

export function isSortedBy(sort: string | undefined, columns: object): boolean {
  return sort !== undefined && Object.hasOwn(columns, sortingOf(sort, '').by)
}
