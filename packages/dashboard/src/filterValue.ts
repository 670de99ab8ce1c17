import { ENTRIES, type Entry } from '@helptally/core'
import type { Filter } from './address.js'
import { queryText } from './parts/queryText.js'
import type { View } from './view.js'

/** A filter's value as people say it. */
export function filterValue(filter: Filter, value: string, { words }: Pick<View, 'words'>): string {
  if (filter === 'entry' && (ENTRIES as readonly string[]).includes(value)) return words.entry[value as Entry]
  if (filter === 'query') return queryText(value, { words })
  if (filter !== 'device' && filter !== 'channel') return value
  // An address may ask for what every object has, too.
  return Object.hasOwn(words[filter], value) ? words[filter][value as never] : value
}
