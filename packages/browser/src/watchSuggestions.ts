import type { SuggestionView } from '@helptally/core'
import { offerOf, suggestionLists } from './page/suggestionList.js'
import type { Ports } from './ports/ports.js'

/** Half of a list has to be in view for so long. */
const SEEN_MS = 1_000

export interface SuggestionWatch {
  /** The page may have changed. */
  look(): void
  stop(): void
}

interface Followed {
  isInView: boolean
  cancel(): void
  stop(): void
}

/** Tells of each list of suggestions that the reader has seen, once on each page. Tells nothing where nobody knows what is in view. */
export function watchSuggestions(
  { clock, lifecycle, page, sight }: Ports,
  onView: (view: SuggestionView) => void,
): SuggestionWatch {
  const followed = new Map<Element, Followed>()
  const told = new Set<string>()
  let path: string | undefined

  const wait = (list: Element) => {
    const one = followed.get(list)!
    one.cancel()
    if (one.isInView && !lifecycle.hidden) one.cancel = clock.after(SEEN_MS, () => seen(list))
  }
  const waitForAll = () => {
    for (const list of followed.keys()) wait(list)
  }
  const seen = (list: Element) => {
    const offer = offerOf(list)
    // Another address is another page, which is about to be looked at.
    if (!offer || told.has(offer.listId) || page.url().pathname !== path) return
    told.add(offer.listId)
    onView(offer)
  }
  const follow = (list: Element) => {
    const one: Followed = { isInView: false, cancel() {}, stop() {} }
    followed.set(list, one)
    one.stop = sight!.follow(list, (isInView) => {
      one.isInView = isInView
      wait(list)
    })
  }
  const letGo = (list: Element) => {
    const { cancel, stop } = followed.get(list)!
    cancel()
    stop()
    followed.delete(list)
  }
  const stopVisibility = lifecycle.onVisibility(waitForAll)
  return {
    look() {
      if (!sight) return
      const lists = suggestionLists()
      for (const list of followed.keys()) if (!lists.includes(list)) letGo(list)
      for (const list of lists) if (!followed.has(list)) follow(list)
      const { pathname } = page.url()
      if (pathname === path) return
      path = pathname
      told.clear()
      waitForAll()
    },
    stop() {
      stopVisibility()
      for (const list of followed.keys()) letGo(list)
    },
  }
}
