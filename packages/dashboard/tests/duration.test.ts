import { expect, test } from '@jest/globals'
import { formatDuration } from '../src/format/duration.js'

test.each([
  [0, '0 s'],
  [1, '< 1 s'],
  [999, '< 1 s'],
  [1000, '1 s'],
  [192_400, '3 min 12 s'],
  [299_999, '4 min 59 s'],
  [300_000, '5 min'],
  [3_600_000, '1 h'],
  [3_660_500, '1 h 1 min'],
  [86_400_000, '1 d'],
])('%i ms reads %s', (ms, text) => {
  expect(formatDuration('en', ms).replace(/\u00a0/g, ' ')).toBe(text)
  expect(formatDuration('es', ms).replace(/\u00a0/g, ' ')).toBe(text)
})
