import { randomUUID } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { openStore } from '../src/store/openStore.js'
import type { Store } from '../src/store/store.js'
import { ENGINES } from './helpers/engines.js'
import { MINUTE, NOON, opening, progress, rowsOf, search, vital } from './helpers/events.js'
import { tempFolder } from './helpers/temp.js'

const DAY = 24 * 60 * MINUTE

const idsIn = async (store: Store): Promise<string[]> =>
  (await store.query<{ event_id: string }>('select e.event_id from events e order by e."at"')).map(
    (row) => row.event_id,
  )

describe.each(ENGINES)('forgetting ($name)', (engine) => {
  test('takes sessions whole, by their last activity, and what is outside sessions by its time', async () => {
    const store = await engine.open()
    const old = opening({ ts: NOON - 2 * MINUTE })
    const oldEnd = progress({ ts: NOON - MINUTE, activeAt: NOON - MINUTE, sessionId: old.id })
    const living = opening({ ts: NOON - MINUTE / 2, tabId: randomUUID() })
    const livingEnd = progress({
      ts: NOON + MINUTE,
      activeAt: NOON + MINUTE,
      sessionId: living.id,
      tabId: living.tabId,
    })
    const [before, after] = [search({ ts: NOON - 1 }), search({ ts: NOON })]
    await store.append(rowsOf(old, oldEnd, living, livingEnd, before, after))
    expect(await store.forgetBefore(NOON)).toEqual({ sessions: 1, events: 3 })
    expect(await idsIn(store)).toEqual([living.id, after.id, livingEnd.id])
    expect(await store.query('select s.id, s.events from sessions s')).toEqual([{ id: living.id, events: 2 }])
  })

  test('takes what belongs to a session that has not come, when it is old itself', async () => {
    const store = await engine.open()
    const sessionId = randomUUID()
    await store.append(rowsOf(vital({ ts: NOON - 1, sessionId }), vital({ ts: NOON, sessionId })))
    expect(await store.forgetBefore(NOON)).toEqual({ sessions: 0, events: 1 })
    expect(await store.forgetBefore(NOON + 1)).toEqual({ sessions: 1, events: 1 })
  })

  test('comes by itself where days to keep are set, and again an hour later', async () => {
    let now = NOON
    const store = await engine.open({ now: () => now, keepDays: 10 })
    const [first, second, third] = [-10 * DAY - 1, -10 * DAY, 0].map((ms) => opening({ ts: NOON + ms }))
    await store.append(rowsOf(first!, second!, third!))
    expect(await idsIn(store)).toEqual([second!.id, third!.id])
    now += 60 * MINUTE - 1
    expect(await idsIn(store)).toEqual([second!.id, third!.id])
    now += 1
    expect(await idsIn(store)).toEqual([third!.id])
  })

  test('never comes where none are set', async () => {
    const store = await engine.open({ now: () => NOON + 10_000 * DAY })
    await store.append(rowsOf(opening()))
    expect(await idsIn(store)).toHaveLength(1)
  })
})

describe('forgetting by itself', () => {
  test('is set behind the folder in the URL of a store', async () => {
    const folder = await tempFolder()
    const writer = openStore(`duckdb:${folder}`)
    await writer.append(rowsOf(opening({ ts: Date.now() - 9 * DAY }), opening({ ts: Date.now() })))
    await writer.close()
    const store = openStore(`duckdb:${folder}?keepDays=8`)
    expect(await idsIn(store)).toHaveLength(1)
    await store.close()
  })

  test.each(['?keepDays=7', '?keepDays=', '?keepDays=1e3', '?keep=400', '?keepDays=400&x=1'])(
    'is refused as %s',
    (options) => {
      expect(() => openStore(`duckdb:./x${options}`)).toThrow(
        /^\[helptally\] After the folder.*\?keepDays=<days>, at least 8/,
      )
    },
  )
})
