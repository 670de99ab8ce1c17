import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { ERASED_FOR_MS } from '../src/store/duckdb/eraseVisitor.js'
import type { Store } from '../src/store/store.js'
import { NOON, opening, rowsOf, search } from './helpers/events.js'
import { tempFolder, tempStore } from './helpers/temp.js'

const eventsOf = async (store: Store, visitor: string): Promise<number> =>
  (
    await store.query<{ n: number }>('select count(*) as n from events e where e.visitor_id = $visitor::uuid', {
      visitor,
    })
  )[0]!.n

describe('an erased visitor', () => {
  test('is not brought back by what a page sends late, nor in sessions', async () => {
    const store = await tempStore()
    const [gone, stays] = [opening({ visitorId: randomUUID() }), opening({ visitorId: randomUUID() })]
    await store.append(rowsOf(gone, stays))
    expect(await store.eraseVisitor(gone.visitorId)).toBe(1)
    await store.append(rowsOf(gone, opening({ visitorId: gone.visitorId }), opening({ visitorId: stays.visitorId })))
    expect(await eventsOf(store, gone.visitorId)).toBe(0)
    expect(await eventsOf(store, stays.visitorId)).toBe(2)
    expect(await store.query('select distinct s.visitor_id from sessions s')).toEqual([{ visitor_id: stays.visitorId }])
  })

  test('stays away when the store is opened again', async () => {
    const folder = await tempFolder()
    const event = opening()
    const first = await tempStore({ folder })
    await first.eraseVisitor(event.visitorId)
    await first.close()
    const second = await tempStore({ folder })
    await second.append(rowsOf(event))
    expect(await eventsOf(second, event.visitorId)).toBe(0)
  })

  test('is let in again when no page can send late any more, and is not remembered longer', async () => {
    let now = NOON
    const store = await tempStore({ now: () => now })
    const { visitorId } = opening()
    await store.eraseVisitor(visitorId)
    now += ERASED_FOR_MS - 1
    await store.append(rowsOf(opening({ visitorId })))
    expect(await eventsOf(store, visitorId)).toBe(0)
    now += 1
    await store.append(rowsOf(opening({ visitorId })))
    expect(await eventsOf(store, visitorId)).toBe(1)
    expect(await store.query('select * from erased')).toEqual([])
  })

  test('is remembered by a hash, and leaves no byte in a copy of the store', async () => {
    const store = await tempStore()
    const { visitorId } = opening()
    await store.append(rowsOf(search({ visitorId, query: 'something private' }), opening({ visitorId: randomUUID() })))
    await store.eraseVisitor(visitorId)
    const visitor_hash = createHash('sha256').update(visitorId).digest('hex')
    expect(await store.query('select t.visitor_hash from erased t')).toEqual([{ visitor_hash }])
    const copy = await tempFolder()
    await store.backup(copy)
    expect((await readFile(join(copy, 'helptally.duckdb'))).includes('something private')).toBe(false)
  })
})
