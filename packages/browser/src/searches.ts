import { LIMITS, type SearchSubmit } from '@helptally/core'
import { redact } from '@helptally/core/redact'
import type { ShownResults } from './helpEngine.js'
import type { Clock } from './ports/ports.js'

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
 * Turns keystrokes into searches: runs of queries that begin alike are one search, and its last words count.
 * Choosing an option closes the search.
 */
export function collectSearches(clock: Clock, newId: () => string, onSearch: (search: SearchSubmit) => void): Searches {
  let current: (ShownResults & { readonly queryId: string; readonly at: number }) | null = null
  let told: string | undefined
  let isChosen = false
  let cancelRest: (() => void) | undefined

  const commit = (trigger: Trigger) => {
    cancelRest?.()
    if (!current) return undefined
    const { queryId, query, results } = current
    isChosen ||= trigger === 'enter' || trigger === 'option'
    if (told !== queryId + query) {
      told = queryId + query
      onSearch({ name: 'help.search.submit', queryId, query: redact(query).slice(0, LIMITS.query), trigger, results })
    }
    return queryId
  }
  return {
    show({ query, results }) {
      const words = query.trim().slice(0, LIMITS.query)
      cancelRest?.()
      if (!words) return
      const at = clock.now()
      const goesOn = !isChosen && current && at - current.at < SAME_SEARCH_MS && beginAlike(current.query, words)
      isChosen = false
      current = { query: words, results, at, queryId: goesOn ? current!.queryId : newId() }
      cancelRest = clock.after(REST_MS, () => commit('typing_pause'))
    },
    commit,
    stop: () => cancelRest?.(),
  }
}

function beginAlike(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x.startsWith(y) || y.startsWith(x)
}
