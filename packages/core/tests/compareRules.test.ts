import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ChannelRule, type ClaimedEvent, compareRules, type HelpEvent, help } from '../src/index.js'
import { parseRules } from '../src/schema/index.js'
import { at } from './support/clock.js'
import { livePage } from './support/livePage.js'
import { newTab, OPEN, uuid } from './support/tab.js'
import { visits } from './support/visits.js'

const MINUTE = 60_000
const LATER = at('1000:00:00')

const kept = (event: HelpEvent): ClaimedEvent => ({ ...event, at: event.ts, receivedAt: LATER })
const idleOf = (minutes: number): ChannelRule => ({ ...help, idleMs: minutes * MINUTE })

describe('another idle time', () => {
  test('ten minutes merge what five part, and say into which session', () => {
    const write = newTab(uuid(1))
    const [first, second, third] = [write('0:00', OPEN), write('6:00', OPEN), write('16:00', OPEN)].map(kept)
    expect(compareRules(help, idleOf(10), [first!, second!, third!])).toEqual([
      { id: second!.id, at: at('6:00'), kind: 'merged', within: first!.id },
    ])
  })

  test('one minute splits what five keep together, and says which session', () => {
    const write = newTab(uuid(1))
    const [first, second] = [write('0:00', OPEN), write('1:00', OPEN)].map(kept)
    expect(compareRules(help, idleOf(1), [first!, second!])).toEqual([
      { id: second!.id, at: at('1:00'), kind: 'split', within: first!.id },
    ])
  })

  test('the same rule moves nothing, a longer one only merges, a shorter one only splits, and back is the reverse', () => {
    fc.assert(
      fc.property(visits(), fc.integer({ min: 1, max: 20 }), (acts, minutes) => {
        const events = livePage(acts, { tabId: uuid(1), site: 'docs' }).events.map(kept)
        const moved = compareRules(help, idleOf(minutes), events)
        if (minutes === 5) expect(moved).toEqual([])
        expect(moved.filter(({ kind }) => kind === (minutes > 5 ? 'split' : 'merged'))).toEqual([])
        const back = compareRules(idleOf(minutes), help, events)
        expect(back.map(({ id }) => id)).toEqual(moved.map(({ id }) => id))
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('other rules are read', () => {
  test('by channel, and what they do not name stays', () => {
    const parsed = parseRules({ help: { idleMs: 600_000 }, web: { idleEnds: 'reached' } })
    expect(parsed).toMatchObject({
      ok: true,
      rules: {
        help: { ...help, idleMs: 600_000 },
        web: { idleMs: 300_000, idleEnds: 'reached' },
        sms: { idleMs: 86_400_000 },
      },
    })
  })

  test.each([
    [[], 'expected an object of channels, got an array'],
    [{ phone: {} }, 'unknown channel "phone", known: help, web,'],
    [{ help: 5 }, 'help: '],
    [{ help: { idleMs: '10m' } }, 'help: idleMs: expected whole milliseconds'],
    [{ help: { idleMs: 1 } }, 'help: idleMs: expected a second at least'],
    [{ help: { idleEnds: 'soon' } }, 'help: idleEnds: expected "reached" or "exceeded"'],
    [{ help: { startsOn: 'search' } }, 'help: startsOn: '],
    [JSON.parse('{"__proto__": {}}'), 'unknown channel "__proto__"'],
  ])('%j is none, with the reason', (input, reason) => {
    expect(parseRules(input)).toEqual({ ok: false, reason: expect.stringContaining(reason) })
  })
})
