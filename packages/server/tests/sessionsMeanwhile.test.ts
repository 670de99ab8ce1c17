import { randomUUID } from 'node:crypto'
import type { HelpEvent } from '@helptally/core'
import { expect, test } from '@jest/globals'
import { sessionsMeanwhile } from '../src/reports/sessionsMeanwhile.js'
import { MINUTE, NOON, opening } from './helpers/events.js'
import { storeOf } from './helpers/reports.js'

test('meanwhile are the sessions of the same visitor in other tabs that overlap in time', async () => {
  const session = (from: number, until: number, own: Partial<HelpEvent> = {}) => {
    const id = randomUUID()
    const all = { tabId: randomUUID(), sessionId: id, ...own } as object
    const first = opening({ ...all, id, ts: NOON + from * MINUTE })
    return [
      first,
      opening({ ...all, id: randomUUID(), seq: 2, ts: NOON + until * MINUTE, activeAt: first.ts }),
    ] as const
  }
  const own = session(0, 4)
  const { tabId } = own[0]
  const [before, touching, inside, after] = [session(-4, -1), session(-3, 0), session(1, 2), session(5, 6)]
  const stranger = session(1, 2, { visitorId: randomUUID() })
  const sameTab = session(20, 21, { tabId, seq: 9 })
  const store = await storeOf(...[own, before, touching, inside, after, stranger, sameTab].flat())
  const found = await sessionsMeanwhile(store, own[0].id, NOON + 60 * MINUTE)
  expect(found.map(({ id }) => id)).toEqual([touching[0].id, inside[0].id])
  expect(await sessionsMeanwhile(store, 'seven', NOON)).toEqual([])
})
