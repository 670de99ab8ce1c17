import type { HelpEvent } from '@helptally/core'

export type Named<N extends HelpEvent['name']> = Extract<HelpEvent, { name: N }>
export type Open = Named<'help.article.open'>
export type Search = Named<'help.search.submit'>

export const isOpen = (event: HelpEvent): event is Open => event.name === 'help.article.open'
/** A search that was left unfinished is none. */
export const isSearch = (event: HelpEvent): event is Search =>
  event.name === 'help.search.submit' && event.trigger !== 'leave'
export const isContact = (event: HelpEvent): event is Named<'help.contact.start'> | Named<'help.contact.submit'> =>
  event.name === 'help.contact.start' || event.name === 'help.contact.submit'

/** The events of each tab, in order. */
export const tabsOf = (events: readonly HelpEvent[]): HelpEvent[][] =>
  [...Map.groupBy(events, (event) => event.tabId).values()].map((tab) => tab.toSorted((a, b) => a.seq - b.seq))

/** The day that an event counts on: that of its session's start, where it has one. */
export function countsAt(event: HelpEvent, events: readonly HelpEvent[]): number {
  const opening = events.find((other) => other.id === event.sessionId)
  return opening?.ts ?? event.ts
}

/** Lower case, without punctuation, needless spaces and what shows nothing. */
export const sameSearch = (query: string): string =>
  query
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{C}]+/gu, ' ')
    .trim()

export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

export function p75(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.75) - 1] ?? null
}

export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length

export const share = (part: number, of: number): { rate: number | null; n: number } => ({
  rate: of === 0 ? null : part / of,
  n: of,
})
