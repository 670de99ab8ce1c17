import type { HelpEvent } from '@helptally/core'
import type { Recorded } from '../recorder.js'
import type { SimulatedHelp } from '../simulation/simulateHelp.js'

/** Whatever has counted: what `simulateHelp()` or `helpHandlers()` answers, or `counted()` of `watchHelp()`. */
export type Counted = Pick<Recorded, 'events' | 'rejected' | 'sessions'> &
  Partial<Pick<SimulatedHelp, 'remarks' | 'startedAt'>>

/** The reader searched. */
export type SearchEvent = Extract<HelpEvent, { readonly name: 'help.search.submit' }>
/** An article was opened. */
export type OpenEvent = Extract<HelpEvent, { readonly name: 'help.article.open' }>

export function mustCount(value: unknown): asserts value is Counted {
  if (typeof (value as Partial<Counted> | null)?.sessions === 'function') return
  throw new TypeError(
    `[helptally] Expected what simulateHelp() or helpHandlers() answers, or await counted() of watchHelp(), got ${value === null ? 'null' : typeof value}.`,
  )
}
