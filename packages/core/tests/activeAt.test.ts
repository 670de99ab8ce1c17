import { describe, expect, test } from '@jest/globals'
import { recount } from '../src/index.js'
import { at, span } from './support/clock.js'
import { HIDDEN, newTab, OPEN, SEARCH, uuid, VITAL } from './support/tab.js'

const LATER = at('100:00:00')

describe('activeAt', () => {
  test('is evidence that a session went on between two events', () => {
    const write = newTab(uuid(1))
    const log = [write('0:00', OPEN), write('6:00', OPEN, { activeAt: at('1:30') })]
    expect(recount(log, LATER)).toMatchObject([{ lastAt: at('6:00'), events: log }])
  })

  test('without it the same two events are two sessions', () => {
    const write = newTab(uuid(1))
    expect(recount([write('0:00', OPEN), write('6:00', OPEN)], LATER)).toHaveLength(2)
  })

  test.each([
    ['4:59.999', 1],
    ['5:00.000', 2],
  ])('a gap of %s between it and its event leaves %d session(s)', (gap, sessions) => {
    const write = newTab(uuid(1))
    const ts = at('1:00') + span(gap)
    const log = [write('0:00', OPEN), { ...write('1:00', OPEN), ts, activeAt: at('1:00') }]
    expect(recount(log, LATER)).toHaveLength(sessions)
  })

  test('of the next session gives the one before its last activity', () => {
    const write = newTab(uuid(1))
    const log = [write('0:00', OPEN), write('20:00', OPEN, { activeAt: at('1:59') })]
    expect(recount(log, LATER)[0]).toMatchObject({ lastAt: at('1:59'), endedAt: at('6:59') })
  })

  test.each([
    ['a hidden tab', HIDDEN],
    ['a web vital', VITAL],
    ['a search left behind', { ...SEARCH, trigger: 'leave' } as const],
  ])('is all that %s proves: nothing happened at its own time', (_, fields) => {
    const write = newTab(uuid(1))
    const log = [
      write('0:00', OPEN),
      write('4:00', fields, { activeAt: at('1:00') }),
      write('6:00', OPEN, { activeAt: at('1:00') }),
    ]
    expect(recount(log, LATER)).toMatchObject([{ lastAt: at('1:00'), endedAt: at('6:00') }, { startedAt: at('6:00') }])
  })
})
