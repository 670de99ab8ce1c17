import { LIMITS, type SearchSubmit } from '@helptally/core'
import { redact } from '@helptally/core/redact'
import type { ShownResults } from './helpEngine.js'
import type { Clock } from './ports/ports.js'
import { searchDetails } from './searchDetails.js'

/** Typing has come to rest. */
const REST_MS = 1_000
/** A pause this long begins another search, however alike the words. */
const SAME_SEARCH_MS = 30_000

type Trigger = SearchSubmit['trigger']

export interface Searches {
  /** Results are shown for what stands in the field. */
  show(shown: ShownResults): void
  /** The search on screen is meant: it becomes an event, once. Answers its id, undefined when nothing was searched. */
  commit(trigger: Trigger): string | undefined
  stop(): void
}

/**
 * Turns keystrokes into searches: runs of queries that begin alike are one search. It is told each time the reader settles
 * on other words, but not on fewer of those told: the longest count, unless an option is chosen under the shorter. That
 * closes the search.
 */
export function collectSearches(clock: Clock, newId: () => string, onSearch: (search: SearchSubmit) => void): Searches {
  let current: {
    readonly shown: ShownResults
    readonly query: string
    readonly queryId: string
    readonly at: number
  } | null = null
  let told: { readonly queryId: string; readonly query: string; readonly how: string } | undefined
  let isChosen = false
  let cancelRest: (() => void) | undefined

  const commit = (trigger: Trigger) => {
    cancelRest?.()
    if (!current) return undefined
    const { queryId, query } = current
    const chooses = trigger === 'enter' || trigger === 'option'
    isChosen ||= chooses
    const details = searchDetails(current.shown)
    // The same words under other filters, or after a failure, have found something else.
    const how = JSON.stringify([details.filters, details.results === null])
    const before = told?.queryId === queryId ? told : undefined
    const isShorter = before !== undefined && query !== before.query && beginsWith(before.query, query)
    const isTold = before !== undefined && query === before.query && how === before.how
    if (isTold || (isShorter && !chooses)) return queryId
    told = { queryId, query, how }
    onSearch({ name: 'help.search.submit', queryId, query: redact(query).slice(0, LIMITS.query), trigger, ...details })
    return queryId
  }
  return {
    show(shown) {
      const words = shown.query.trim().slice(0, LIMITS.query)
      cancelRest?.()
      if (!words) return
      const at = clock.now()
      const goesOn = !isChosen && current && at - current.at < SAME_SEARCH_MS && beginAlike(current.query, words)
      isChosen = false
      current = { shown, query: words, at, queryId: goesOn ? current!.queryId : newId() }
      cancelRest = clock.after(REST_MS, () => commit('typing_pause'))
    },
    commit,
    stop: () => cancelRest?.(),
  }
}

function beginAlike(a: string, b: string): boolean {
  return beginsWith(a, b) || beginsWith(b, a)
}

function beginsWith(words: string, beginning: string): boolean {
  return words.toLowerCase().startsWith(beginning.toLowerCase())
}
