import type { RawTab } from './rawTab.js'
import { until } from './until.js'

/** How many entries the journal holds, once all is written that the page has to write. */
export function unsent(from: RawTab): Promise<number> {
  return from.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('help.unsent')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const counting = opening.result.transaction('ticks').objectStore('ticks').count()
          counting.onsuccess = () => {
            opening.result.close()
            resolve(counting.result)
          }
        }
      }),
  )
}

/** What the page has is delivered. */
export const settled = (from: RawTab): Promise<number> =>
  until(
    () => unsent(from),
    (entries) => entries === 0,
  )
