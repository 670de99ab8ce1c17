import type { FirstEntry, Journal, JournalEntry, Unsent } from '../ports/ports.js'
import { toUnsent } from './toUnsent.js'

/** This page's part of the journal: an entry for all that happened in one tick, there until all of it is delivered. */
export interface OwnJournal {
  write(unsent: readonly Unsent[]): void
  /** All entries that are not this page's own. */
  readOthers(): Promise<readonly JournalEntry[]>
  /** Makes another's entry this page's own. */
  adopt(entry: JournalEntry): void
  /** Delivered, or given up. */
  settle(unsent: readonly Unsent[]): void
  /** The page is left, and may come back. */
  rest(): void
  wake(): void
}

/** A journal that fails, or is missing, leaves everything in memory. */
export function keepJournal(journal: Journal | null): OwnJournal {
  /** By the id of each event that is not delivered yet. */
  const entryOf = new Map<string, { readonly key: string; left: number }>()
  let isResting = false
  /** Keys of entries that are delivered, and not removed yet. */
  let done: string[] = []

  const adopt = ({ key, unsent }: JournalEntry) => {
    const entry = { key, left: unsent.length }
    for (const { id } of unsent) entryOf.set(id, entry)
  }
  const remove = () => {
    if (done.length > 0) journal?.remove(done).catch(() => {})
    done = []
  }
  return {
    write(unsent) {
      const entry = { key: unsent[0]!.id, unsent }
      adopt(entry)
      journal?.put(entry).catch(() => {})
      if (isResting) journal?.close()
    },
    async readOthers() {
      const entries = (await journal?.read().catch(() => null)) ?? []
      const own = new Set([...entryOf.values()].map(({ key }) => key))
      return entries.filter(({ key }) => !own.has(key)).map(whole)
    },
    adopt,
    settle(unsent) {
      for (const { id } of unsent) {
        const entry = entryOf.get(id)
        if (entry && entryOf.delete(id) && --entry.left === 0) done.push(entry.key)
      }
      // Opened again by a page that is about to sleep it would keep the page from coming back.
      if (!isResting) remove()
    },
    rest() {
      isResting = true
      journal?.close()
    },
    wake() {
      isResting = false
      remove()
    },
  }
}

function whole(entry: JournalEntry | FirstEntry): JournalEntry {
  return 'event' in entry ? { key: entry.key, unsent: [toUnsent(entry.event)] } : entry
}
