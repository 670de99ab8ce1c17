import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseEvent } from '../../src/schema/index.js'
import { newTab, OPEN, SEARCH, uuid, VITAL } from '../support/tab.js'

const write = newTab(uuid(1))
const events = () => fc.constantFrom(write('0:00', OPEN), write('1:00', SEARCH), write('2:00', VITAL))

describe('whatever comes', () => {
  const anything = () =>
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withNullPrototype: true })

  test('parseEvent never throws', () => {
    fc.assert(
      fc.property(anything(), (input) => {
        expect(parseEvent(input).ok).toBe(false)
      }),
      { numRuns: 3_000 },
    )
  })

  test('one field of a good event turned into anything never throws, and what is accepted is what came', () => {
    fc.assert(
      fc.property(events(), fc.nat(), anything(), (event, at, value) => {
        const keys = Object.keys(event)
        const input = { ...event, [keys[at % keys.length]!]: value }
        const parsed = parseEvent(input)
        if (parsed.ok) expect(parsed.event).toEqual(input)
        else expect(parsed.reason).not.toBe('')
      }),
      { numRuns: 5_000 },
    )
  })

  test('no unknown field gets through', () => {
    fc.assert(
      fc.property(events(), fc.string(), anything(), (event, key, value) => {
        fc.pre(!(key in event) && !['locale', 'synthetic', 'imported', 'queryId', 'position', 'listId'].includes(key))
        expect(parseEvent({ ...event, [key]: value }).ok).toBe(false)
      }),
      { numRuns: 3_000 },
    )
  })
})
