import { type HelpEvent, uuidv7 } from '@helptally/core'
import fc from 'fast-check'
import type { Label } from '../../src/log/storedEvent.js'
import { toLine } from '../../src/log/toLine.js'
import type { Store } from '../../src/store/store.js'
import { contact, leave, offer, opening, progress, search, vital, vote } from './events.js'
import { AFTER, FIRST_DAY, SECOND_DAY, THIRD_DAY } from './statements.js'

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !text.includes('\0')),
  fc.constantFrom('', ':', '1:a', ';', '[', 'ñandú', '😀', '3:a;b'),
)

/** Enough to make an event of: its place in time, what it is, and some text of a reader. */
export const seeds = fc.array(
  fc.record({
    at: fc.oneof(
      fc.integer({ min: FIRST_DAY, max: AFTER - 1 }),
      fc.constantFrom(FIRST_DAY, SECOND_DAY - 1, SECOND_DAY, THIRD_DAY - 1, THIRD_DAY, AFTER - 1),
    ),
    of: fc.constantFrom('open', 'progress', 'search', 'vote', 'vital', 'contact', 'offer', 'leave'),
    text: words,
    list: fc.array(words, { maxLength: 3 }),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }),
    label: fc.constantFrom<Label>('', '', '', 'bot', 'test'),
  }),
  { minLength: 1, maxLength: 12 },
)

export type Seed = (typeof seeds extends fc.Arbitrary<(infer S)[]> ? S : never) & {}

function eventOf({ at, of, text, list, number }: Seed, i: number, site: string): HelpEvent {
  const id = uuidv7(at, (bytes) => crypto.getRandomValues(bytes))
  const own = { id, site, ts: at, seq: i + 1, article: { id: text || 'a', rev: text } }
  switch (of) {
    case 'open':
      return opening(own as never)
    case 'progress':
      return progress({ ...own, activeAt: at } as never)
    case 'search':
      return search({ ...own, query: text, filters: list } as never)
    case 'vote':
      return vote({ ...own, comment: text } as never)
    case 'vital':
      return vital({ ...own, value: number } as never)
    case 'contact':
      return contact({ ...own, method: text } as never)
    case 'offer':
      return offer({ ...own, offered: list } as never)
    default:
      return leave(own as never)
  }
}

let nth = 0

/** Every run has a site of its own, so that one store does for all. */
export async function filled(store: Store, all: readonly Seed[]): Promise<{ site: string; events: HelpEvent[] }> {
  const site = `site-${++nth}`
  const events = all.map((seed, i) => eventOf(seed, i, site))
  await store.append(events.map((event, i) => toLine(event, event.ts + 1_000, event.ts, { label: all[i]!.label })))
  return { site, events }
}
