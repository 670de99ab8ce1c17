import type { Heard } from './heard.js'
import type { SearchBox, SearchBoxParts } from './searchBox.js'

/**
 * Marks what is done in search boxes that their site has not marked. The code for it comes when the reader first acts in a
 * field; it hears what was done since, and `onKnown` the last of it.
 */
export function lateSearchBox(parts: SearchBoxParts, onKnown: (last: Heard) => void): SearchBox {
  let box: SearchBox | undefined
  let waiting: Heard[] | undefined
  const load = () => {
    const before = new WeakSet(document.getElementsByTagName('*'))
    import('./searchBox.js').then(
      ({ findSearchBox }) => {
        const since = waiting!
        box = findSearchBox(parts, { since, before })
        onKnown(since.at(-1)!)
      },
      () => {
        waiting = undefined
      },
    )
  }
  return {
    marked(heard) {
      if (box) return box.marked(heard)
      if (!waiting && heard.path[0] instanceof HTMLInputElement) {
        waiting = []
        load()
      }
      waiting?.push(heard)
      return heard
    },
    close: () => box?.close(),
  }
}
