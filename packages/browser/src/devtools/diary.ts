import type { PageEvent } from '@helptally/core'
import type { Reply } from '../ports/ports.js'
import { type Decision, type Delivery, type Note, noteOf } from './note.js'

/** So many lines are kept, the latest. */
export const MOST_NOTES = 20

/** An answer of the collector, with what it has turned away. */
export interface WholeReply extends Reply {
  readonly rejected?: readonly { readonly id: string | null; readonly reason: string }[]
}

/** What has happened on this page, newest first. */
export interface Diary {
  notes(): readonly Note[]
  /** Something happened that is no event. */
  write(note: Note): void
  /** What became of it turned out later. */
  decide(id: string, decision: Decision): void
  told(event: PageEvent): void
  posted(events: readonly PageEvent[]): void
  /** `reply` is undefined when none came. */
  answered(events: readonly PageEvent[], reply: WholeReply | undefined): void
  /** Nothing is known any more. */
  clear(): void
}

const ACCEPTED = 202
/** Sending the same again cannot help. */
const HOPELESS: readonly (number | undefined)[] = [400, 413, 415]

export function keepDiary(onChange: () => void): Diary {
  let notes: readonly Note[] = []
  const become = (next: readonly Note[]) => {
    notes = next.slice(0, MOST_NOTES)
    onChange()
  }
  const write = (note: Note) => become([note, ...notes])
  const deliver = (deliveryOf: (id: string) => Delivery, events: readonly PageEvent[]) => {
    const ids = new Set(events.map(({ id }) => id))
    become(notes.map((note) => (ids.has(note.id) ? { ...note, delivery: deliveryOf(note.id) } : note)))
  }
  return {
    notes: () => notes,
    write,
    decide(id, decision) {
      become(notes.map((note) => (note.id === id ? { ...note, decision } : note)))
    },
    told(event) {
      const found = event.name === 'help.article.open' ? event.queryId : undefined
      notes = notes.map((note) =>
        found && note.queryId === found && note.decision === 'orphan_search' ? { ...note, decision: 'opened' } : note,
      )
      write(noteOf(event))
    },
    posted: (events) => deliver(() => ({ state: 'sent' }), events),
    answered: (events, reply) => deliver((id) => deliveryBy(reply, id), events),
    clear: () => become([]),
  }
}

function deliveryBy(reply: WholeReply | undefined, id: string): Delivery {
  const status = reply?.status
  const turnedAway = reply?.rejected?.find((one) => one.id === id)
  if (turnedAway) return { state: 'rejected', reason: turnedAway.reason }
  if (status === ACCEPTED) return { state: 'acknowledged' }
  return HOPELESS.includes(status)
    ? { state: 'rejected', reason: `HTTP ${status}` }
    : { state: 'failed', status: status ?? null }
}
