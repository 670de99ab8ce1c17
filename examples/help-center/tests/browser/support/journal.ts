import type { HelpEvent } from '@helptally/core'
import type { RawTab } from './rawTab.js'
import { until } from './until.js'

/** One event of the first article, or what the engine was told in one tick. */
type Entry = { readonly event: HelpEvent } | { readonly unsent: readonly { readonly text: string }[] }

/** The events in the journal, once all is written that the page has to write. */
export async function unsent(from: RawTab): Promise<readonly HelpEvent[]> {
  const entries = await from.evaluate(
    () =>
      new Promise<readonly Entry[]>((resolve, reject) => {
        const opening = indexedDB.open('help.unsent')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('ticks').objectStore('ticks').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result)
          }
        }
      }),
  )
  return entries.flatMap((entry) => ('event' in entry ? entry.event : entry.unsent.map(({ text }) => JSON.parse(text))))
}

/** What the page has is delivered. */
export const settled = (from: RawTab): Promise<readonly HelpEvent[]> =>
  until(
    () => unsent(from),
    (events) => events.length === 0,
  )
