import type { NotFound, SuggestionView } from '@helptally/core'
import { findMissing } from './page/notFound.js'
import { watchPage } from './page/watchPage.js'
import type { Ports } from './ports/ports.js'
import { watchSuggestions } from './watchSuggestions.js'

/** What a page says by its marks, whatever the reader does. */
export interface MarksWatch {
  /** A page is on screen, and counts. */
  start(): void
  /** It is left, or does not count any more. */
  stop(): void
}

export function watchMarks(ports: Ports, onMark: (said: SuggestionView | NotFound) => void): MarksWatch {
  const missing = findMissing(ports.page)
  let stop = () => {}
  return {
    start() {
      stop()
      const suggestions = watchSuggestions(ports, onMark)
      const stopWatching = watchPage(ports, () => {
        suggestions.look()
        const found = missing()
        if (found) onMark(found)
      })
      stop = () => {
        stopWatching()
        suggestions.stop()
        stop = () => {}
      }
    },
    stop: () => stop(),
  }
}
