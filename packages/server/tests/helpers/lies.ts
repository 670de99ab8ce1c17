import type { HelpEvent } from '@helptally/core'
import fc from 'fast-check'

const STRANGER = '0198d000-0000-7000-8000-000000000001'

/** The same events, some of them claimed to lie in another session, in one that nobody opened, or in none. */
export function withLies(events: readonly HelpEvent[]): fc.Arbitrary<HelpEvent[]> {
  const lie = fc.option(fc.constantFrom(...events.map(({ id }) => id), STRANGER))
  const lies = fc.array(fc.option(lie, { freq: 5, nil: undefined }), {
    minLength: events.length,
    maxLength: events.length,
  })
  return lies.map((all) => events.map((event, i) => (all[i] === undefined ? event : { ...event, sessionId: all[i]! })))
}
