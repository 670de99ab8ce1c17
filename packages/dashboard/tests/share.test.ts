import { expect, test } from '@jest/globals'
import { formatsOf } from '../src/format/formats.js'

test.each([
  [0, '0%', '0 %'],
  [0.0001, '<1%', '<1 %'],
  [0.005, '1%', '1 %'],
  [0.125, '13%', '13 %'],
  [0.994, '99%', '99 %'],
  [0.9999, '>99%', '>99 %'],
  [1, '100%', '100 %'],
])('a share of %d is written %s and %s: some are never none, and not all never all', (share, english, spanish) => {
  const write = (locale: 'en' | 'es') => formatsOf(locale, 'UTC').share(share).replace(/\s/g, ' ')
  expect([write('en'), write('es')]).toEqual([english, spanish])
})
