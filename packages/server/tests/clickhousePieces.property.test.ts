import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { packed } from '../src/store/clickhouse/derive/piecesOf.js'

test('pieces hold all in their order, none more than it may but one that is larger alone', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40)), fc.integer({ min: 1, max: 30 }), (sizes, most) => {
      const pieces = packed(sizes, (size) => size, most)
      expect(pieces.flat()).toEqual(sizes)
      for (const piece of pieces) {
        expect(piece.length === 1 || piece.reduce((sum, size) => sum + size, 0) <= most).toBe(true)
      }
    }),
  )
})
