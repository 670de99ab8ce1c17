import { ENTRIES, type Entry } from '@helptally/core'
import type { Filter } from './address.js'
import type { View } from './view.js'

/** A filter's value as people say it. */
export function filterValue(filter: Filter, value: string, { words }: Pick<View, 'words'>): string {
  if (filter === 'entry' && (ENTRIES as readonly string[]).includes(value)) return words.entry[value as Entry]
  if (filter === 'device') return words.device[value as keyof typeof words.device] ?? value
  if (filter === 'channel') return words.channel[value as keyof typeof words.channel] ?? value
  return value
}
