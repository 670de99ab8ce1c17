import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { clockOf, parseClock } from '../src/index.js'

test.each([
  ['0:00', 0],
  ['4:59.999', 299_999],
  ['90:00', 5_400_000],
  ['1:30:00', 5_400_000],
  ['24:00:00.000', 86_400_000],
])('%s is read as a length of time', (text, ms) => {
  expect(parseClock(text)).toBe(ms)
})

test.each(['', '5', '5:0', '5:60', '1:60:00', '4:59.9', '4:59,999', '-1:00', ' 5:00', '5:00\n', '5 minutes', '::'])(
  'what is no length of time is read as none: %j',
  (text) => {
    expect(parseClock(text)).toBeNull()
  },
)

test('what is written is read back, to the millisecond', () => {
  fc.assert(
    fc.property(fc.nat(40 * 86_400_000), (ms) => {
      expect(parseClock(clockOf(ms))).toBe(ms)
    }),
  )
})
