import { describe, expect, test } from '@jest/globals'
import { CHANNELS, help } from '../src/index.js'
import { at } from './support/clock.js'
import { acts, happens, live, opens, says, timePasses } from './support/live.js'

describe('a help session starts', () => {
  test('with an opened article, under the id of the event that opened it', () => {
    const { started } = live(help, ['0:00', opens('a')])
    expect(started).toEqual([{ id: 'a', startedAt: at('0:00'), lastAt: at('0:00'), previousId: null }])
  })

  test('once, however many articles are opened inside it', () => {
    const { started, open } = live(help, ['0:00', opens('a')], ['3:00', opens('b')], ['6:00', opens('c')])
    expect(started).toHaveLength(1)
    expect(open).toMatchObject({ id: 'a', startedAt: at('0:00'), lastAt: at('6:00') })
  })

  test.each([
    ['activity', acts],
    ['passing time', timePasses],
    ['a message', says('user', 'm')],
    ['a close', happens('close')],
  ])('never with %s', (_, fact) => {
    expect(live(help, ['0:00', fact])).toEqual({ started: [], ended: [], open: null })
  })

  test.each([
    ['activity', acts],
    ['passing time', timePasses],
  ])('not again with %s after its end', (_, fact) => {
    const { started, open } = live(help, ['0:00', opens('a')], ['5:00', fact], ['5:01', fact])
    expect(started).toHaveLength(1)
    expect(open).toBeNull()
  })

  test('again with the next opened article after its end', () => {
    const { started } = live(help, ['0:00', opens('a')], ['7:00', acts], ['7:01', opens('b')])
    expect(started).toMatchObject([{ id: 'a' }, { id: 'b', startedAt: at('7:01'), previousId: 'a' }])
  })
})

describe('a help session ends', () => {
  test.each(['5:00.500', '5:01', '26:00:00'])(
    'at its last activity + 5 minutes when that is noticed at %s',
    (noticed) => {
      const { ended } = live(help, ['0:00', opens('a')], ['0:00.500', acts], [noticed, timePasses])
      expect(ended).toEqual([
        {
          id: 'a',
          startedAt: at('0:00'),
          lastAt: at('0:00.500'),
          previousId: null,
          endedAt: at('5:00.500'),
          reason: 'idle',
        },
      ])
    },
  )

  test('before the article that is opened next, not with it', () => {
    const { ended, started } = live(help, ['0:00', opens('a')], ['50:00', opens('b')])
    expect(ended).toMatchObject([{ id: 'a', endedAt: at('5:00') }])
    expect(started[1]).toMatchObject({ id: 'b', startedAt: at('50:00') })
  })

  test('once, however often it is noticed', () => {
    const { ended } = live(help, ['0:00', opens('a')], ['5:00', timePasses], ['5:01', timePasses], ['6:00', acts])
    expect(ended).toHaveLength(1)
  })

  test.each(['close', 'transfer', 'survey_answered', 'interrupted'] as const)('by nothing early: %s', (early) => {
    const { open } = live(help, ['0:00', opens('a')], ['0:01', happens('survey_sent')], ['0:02', happens(early)])
    expect(open).toMatchObject({ id: 'a', lastAt: at('0:00') })
  })
})

describe('a help session is never cut', () => {
  test('by its length: thirty hours of reading are one session', () => {
    const reading = Array.from({ length: 30 * 15 }, (_, i) => [`${(i + 1) * 4}:00`, acts] as const)
    const { started, open } = live(help, ['0:00', opens('a')], ...reading)
    expect(started).toHaveLength(1)
    expect(open).toMatchObject({ id: 'a', startedAt: at('0:00'), lastAt: at('30:00:00') })
  })

  test('by midnight', () => {
    const midnight = '15:00:00'
    expect(new Date(at(midnight)).toISOString()).toBe('2026-11-03T00:00:00.000Z')
    const { started } = live(help, ['14:58:00', opens('a')], [midnight, acts], ['15:02:00', opens('b')])
    expect(started).toMatchObject([{ id: 'a', startedAt: at('14:58:00') }])
  })
})

test('each session points to the one before it in its tab', () => {
  const { started } = live(
    help,
    ['0:00', opens('a')],
    ['1:00', opens('b')],
    ['6:00', opens('c')],
    ['11:00', opens('d')],
  )
  expect(started.map(({ id, previousId }) => [id, previousId])).toEqual([
    ['a', null],
    ['c', 'a'],
    ['d', 'c'],
  ])
})

describe('a clock that steps back', () => {
  test('ends no session', () => {
    const { ended, open } = live(
      help,
      ['60:00', opens('a')],
      ['0:00', timePasses],
      ['0:01', acts],
      ['0:02', opens('b')],
    )
    expect(ended).toEqual([])
    expect(open).toMatchObject({ id: 'a' })
  })

  test('does not take back activity', () => {
    const { open } = live(help, ['60:00', opens('a')], ['61:00', acts], ['0:00', acts])
    expect(open).toMatchObject({ lastAt: at('61:00') })
  })

  test('still lets the session end five minutes after its last activity', () => {
    const { ended } = live(help, ['60:00', opens('a')], ['0:00', acts], ['65:00', timePasses])
    expect(ended).toMatchObject([{ id: 'a', endedAt: at('65:00') }])
  })

  test('is harmless between two sessions', () => {
    const { started } = live(help, ['60:00', opens('a')], ['65:00', timePasses], ['0:00', opens('b')])
    expect(started).toMatchObject([{ id: 'a' }, { id: 'b', startedAt: at('0:00'), previousId: 'a' }])
  })

  test.each(Object.values(CHANNELS))('keeps a session of $channel alive', (rule) => {
    const first = rule.startsOn === 'entry' ? opens('a') : says('user', 'a')
    expect(live(rule, ['50:00:00', first], ['0:00', timePasses]).open).toMatchObject({ id: 'a' })
  })
})
