import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { eventId, tailOf, UUID, uuidv7 } from '../src/index.js'
import { at } from './support/clock.js'

const random = (bytes: Uint8Array): Uint8Array => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)
const all =
  (byte: number) =>
  (bytes: Uint8Array): Uint8Array =>
    bytes.fill(byte)
const instant = () => fc.integer({ min: 0, max: 2 ** 48 - 1 })

/** Epoch ms as RFC 9562 lays it down: the first 48 bits. */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)

describe('a UUIDv7', () => {
  test('is the example of RFC 9562, appendix A.6, when it gets its time and bits', () => {
    const tail = [0xcc, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]
    const bits = (bytes: Uint8Array) => {
      bytes.set(tail, 6)
      return bytes
    }
    expect(uuidv7(0x017f22e279b0, bits)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
  })

  test.each([
    ['no bit set', 0x00, '7000', '8000'],
    ['every bit set', 0xff, '7fff', 'bfff'],
  ])('has version 7 and the variant of the RFC with %s', (_, byte, version, variant) => {
    const groups = uuidv7(at('0:00'), all(byte)).split('-')
    expect(groups.slice(2, 4)).toEqual([version, variant])
  })

  test('is spelt in lower case, in five groups', () => {
    expect(uuidv7(at('0:00'), all(0xab))).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  test('gives back the time of its making', () => {
    fc.assert(
      fc.property(instant(), (now) => {
        expect(timeOf(uuidv7(now, random))).toBe(now)
      }),
      { numRuns: 5_000 },
    )
  })

  test('sorts by the time of its making', () => {
    fc.assert(
      fc.property(instant(), instant(), (a, b) => {
        fc.pre(a !== b)
        expect(uuidv7(a, random) < uuidv7(b, random)).toBe(a < b)
      }),
      { numRuns: 5_000 },
    )
  })

  test('is never made twice: 100,000 in one millisecond', () => {
    const ids = new Set(Array.from({ length: 100_000 }, () => uuidv7(at('0:00'), random)))
    expect(ids.size).toBe(100_000)
  })
})

describe('the id of an event', () => {
  const tail = tailOf(uuidv7(at('0:00'), random))

  test('is a UUIDv7 of its time, whatever its number', () => {
    fc.assert(
      fc.property(instant(), fc.nat(), (now, seq) => {
        const id = eventId(now, seq, tail)
        expect(id).toMatch(UUID)
        expect([timeOf(id), id[14]]).toEqual([now, '7'])
      }),
    )
  })

  test('is another for each of 4,096 events of one millisecond', () => {
    expect(new Set(Array.from({ length: 4096 }, (_, seq) => eventId(at('0:00'), seq, tail))).size).toBe(4096)
  })
})
