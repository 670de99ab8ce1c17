import { describe, expect, test } from '@jest/globals'
import { type HelpEvent, recount } from '../src/index.js'
import { at } from './support/clock.js'
import { HIDDEN, INPUT, newTab, OPEN, SEARCH, uuid, VITAL, VOTE } from './support/tab.js'

const LATER = at('100:00:00')
const ids = (events: readonly HelpEvent[]) => events.map((event) => event.id)

describe('a recount', () => {
  test('of nothing finds nothing', () => {
    expect(recount([], LATER)).toEqual([])
  })

  test('names a session by the event that opened it', () => {
    const open = newTab(uuid(1))('0:00', OPEN)
    expect(recount([open], LATER)).toMatchObject([{ id: open.id, opening: open, startedAt: at('0:00') }])
  })

  test('does not believe the session ids that the page claimed', () => {
    const write = newTab(uuid(1))
    const open = write('0:00', OPEN, { sessionId: uuid(77) })
    const vote = write('1:00', VOTE, { sessionId: uuid(78) })
    expect(recount([open, vote], LATER)).toMatchObject([{ id: open.id, events: [open, vote] }])
  })

  test.each([
    ['search', SEARCH],
    ['vote', VOTE],
    ['input', INPUT],
    ['hidden tab', HIDDEN],
    ['web vital', VITAL],
  ])('finds no session in a %s alone', (_, fields) => {
    expect(recount([newTab(uuid(1))('0:00', fields, { activeAt: at('0:00') })], LATER)).toEqual([])
  })

  test('finds no session in a search after the end', () => {
    const write = newTab(uuid(1))
    const [open, search] = [write('0:00', OPEN), write('5:00', SEARCH, { activeAt: at('0:00') })]
    expect(recount([open, search], LATER)).toMatchObject([{ id: open.id, events: [open] }])
  })

  test('links the sessions of a tab', () => {
    const write = newTab(uuid(1))
    const opens = [write('0:00', OPEN), write('5:00', OPEN), write('20:00', OPEN)]
    expect(recount(opens, LATER).map((session) => session.previousId)).toEqual([null, opens[0]!.id, opens[1]!.id])
  })

  test('lists the events of a session in the order of seq, also when their times say otherwise', () => {
    const write = newTab(uuid(1))
    const inOrder = [write('2:00', OPEN), write('1:00', VOTE), write('3:00', SEARCH)]
    const [session] = recount(inOrder.toReversed(), LATER)
    expect(ids(session!.events)).toEqual(ids(inOrder))
  })

  test('does not depend on the order of the log, nor change it', () => {
    const write = newTab(uuid(1))
    const log = [write('0:00', OPEN), write('1:00', VOTE), write('9:00', OPEN)]
    const reversed = log.toReversed()
    expect(recount(reversed, LATER)).toEqual(recount(log, LATER))
    expect(reversed).toEqual(log.toReversed())
  })

  test('reads any iterable once', () => {
    const log = [newTab(uuid(1))('0:00', OPEN)]
    expect(recount(log.values(), LATER)).toHaveLength(1)
  })
})

describe('tabs and sites', () => {
  test('activity in one tab does not keep the session of another', () => {
    const [left, right] = [newTab(uuid(1)), newTab(uuid(2))]
    const [a, b] = [left('0:00', OPEN), right('0:30', OPEN)]
    const log = [a, b, right('4:00', VOTE), left('5:00', VOTE), right('8:00', VOTE)]
    expect(recount(log, at('8:01'))).toMatchObject([
      { id: a.id, endedAt: at('5:00') },
      { id: b.id, endedAt: null, lastAt: at('8:00') },
    ])
  })

  test('the same tab id on two sites is two tabs', () => {
    const log = [newTab(uuid(1), 'docs')('0:00', OPEN), newTab(uuid(1), 'shop')('1:00', OPEN)]
    expect(recount(log, LATER).map((session) => session.opening.site)).toEqual(['docs', 'shop'])
  })

  test('sessions come in the order in which they started', () => {
    const [left, right] = [newTab(uuid(1)), newTab(uuid(2))]
    const log = [left('0:00', OPEN), left('20:00', OPEN), right('10:00', OPEN)]
    expect(recount(log, LATER).map((session) => session.startedAt)).toEqual([at('0:00'), at('10:00'), at('20:00')])
  })
})

describe('the end', () => {
  test('is open at 4:59.999 and dated at 5:00.000', () => {
    const log = [newTab(uuid(1))('0:00', OPEN)]
    expect(recount(log, at('4:59.999'))).toMatchObject([{ endedAt: null, reason: null }])
    expect(recount(log, at('5:00.000'))).toMatchObject([{ endedAt: at('5:00'), reason: 'idle' }])
  })

  test('is dated last activity + 5 minutes, however late the next event tells of it', () => {
    const write = newTab(uuid(1))
    const log = [write('0:00', OPEN), write('1:00', VOTE), write('30:00:00', SEARCH, { activeAt: at('1:00') })]
    expect(recount(log, LATER)).toMatchObject([{ lastAt: at('1:00'), endedAt: at('6:00') }])
  })

  test('a session that some event saw ended stays ended for an earlier now', () => {
    const write = newTab(uuid(1))
    const log = [write('0:00', OPEN), write('6:00', SEARCH, { activeAt: at('0:00') })]
    expect(recount(log, at('0:01'))).toMatchObject([{ endedAt: at('5:00'), reason: 'idle' }])
  })
})
