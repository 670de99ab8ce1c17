import type { Journal, JournalEntry } from '../ports/ports.js'
import type { SimulatedBrowser } from './simulatedBrowser.js'

/** The browser's disk, as all its pages see it. */
export function simulatedJournal(browser: SimulatedBrowser): Journal | null {
  const entries = browser.journal
  const answer = async () => {
    await browser.journalAnswer()
  }
  return (
    entries && {
      async put(entry: JournalEntry) {
        await answer()
        entries.set(entry.key, entry)
      },
      async remove(keys: readonly string[]) {
        await answer()
        for (const key of keys) entries.delete(key)
      },
      async read() {
        await answer()
        return [...entries.values()]
      },
      close() {},
      async destroy() {
        await answer()
        entries.clear()
      },
    }
  )
}
