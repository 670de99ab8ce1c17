import { recount } from '@helptally/core'
import { parseEvent } from '@helptally/core/schema'
import { expect } from '@jest/globals'
import { fromRow } from '../../src/log/fromRow.js'
import type { StoredEvent } from '../../src/log/storedEvent.js'
import type { Store } from '../../src/store/store.js'

/** Every event is one of the schema, and a recount finds the very sessions that they claim. `now`: epoch ms. */
export async function agreesWithRecount(store: Store, now: number): Promise<void> {
  const rows = await store.query<StoredEvent>('select * from events')
  const events = rows.map(fromRow)
  expect(events.map((event) => parseEvent(event)).filter(({ ok }) => !ok)).toEqual([])
  const sessions = recount(events, now)
  const disputed = sessions.filter(
    ({ id, previousId, opening, events }) =>
      opening.previousId !== previousId || events.some(({ sessionId }) => sessionId !== id),
  )
  expect(disputed).toEqual([])
  const numbers = Map.groupBy(events, ({ tabId }) => tabId)
  const gaps = [...numbers.values()].filter((tab) => !tab.every((_, i) => tab.some(({ seq }) => seq === i + 1)))
  expect(gaps).toEqual([])
  const claimed = await store.query<{ id: string }>('select s.id from sessions s order by s.id')
  expect(sessions.map(({ id }) => id).sort()).toEqual(claimed.map(({ id }) => id))
}
