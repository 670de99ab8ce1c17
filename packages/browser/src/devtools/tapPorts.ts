import type { PageEvent } from '@helptally/core'
import { parseBatch } from '@helptally/core/schema'
import type { FirstEntry, Journal, JournalEntry, Ports } from '../ports/ports.js'
import type { WholeReply } from './diary.js'
import { isOfOverlay } from './host.js'
import { unhurt } from './unhurt.js'

/** Who hears what passes through the ports. */
export interface Tap {
  told(event: PageEvent): void
  posted(events: readonly PageEvent[]): void
  answered(events: readonly PageEvent[], reply: WholeReply | undefined): void
}

/**
 * The same ports, overheard: the engine is as it is for readers, and knows nothing of it. What is done in the overlay the
 * reader has not done.
 */
export function tapPorts(ports: Ports, tap: Tap): Ports {
  return {
    ...ports,
    trusts: (event) => ports.trusts(event) && !isOfOverlay(event),
    journal: tapJournal(ports.journal, tap),
    async send(url, body) {
      const events = unhurt(() => eventsIn(body)) ?? []
      unhurt(() => tap.posted(events))
      try {
        const reply = await ports.send(url, body)
        unhurt(() => tap.answered(events, reply))
        return reply
      } catch (error) {
        unhurt(() => tap.answered(events, undefined))
        throw error
      }
    },
  }
}

/** Every event is written down before it is sent; where nothing can be, the engine does as with a journal that fails. */
function tapJournal(journal: Journal | null, tap: Tap): Journal {
  const own = journal ?? NO_JOURNAL
  return {
    put(entry) {
      for (const event of unhurt(() => eventsOf(entry)) ?? []) unhurt(() => tap.told(event))
      return own.put(entry)
    },
    remove: (keys) => own.remove(keys),
    read: () => own.read(),
    close: () => own.close(),
    destroy: () => own.destroy(),
  }
}

const isMissing = () => Promise.reject(new Error('[helptally] Looked for IndexedDB, found none.'))
const NO_JOURNAL: Journal = { put: isMissing, remove: isMissing, read: isMissing, close() {}, destroy: isMissing }

function eventsOf(entry: JournalEntry | FirstEntry): readonly PageEvent[] {
  return 'event' in entry ? [entry.event] : entry.unsent.map(({ text }) => JSON.parse(text) as PageEvent)
}

function eventsIn(body: string): readonly PageEvent[] {
  const parsed = parseBatch(JSON.parse(body))
  return parsed.ok ? (parsed.batch.events as readonly PageEvent[]) : []
}
