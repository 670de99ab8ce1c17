import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Reading, type ReadingChange, readOn } from '../src/reading.js'

const OPENED_AT = Date.UTC(2026, 10, 2, 10)
const SECOND = 1_000

const opened: Reading = {
  engagedMs: 0,
  scroll: 0,
  at: OPENED_AT,
  inputAt: OPENED_AT,
  isVisible: true,
  isFocused: true,
}

type Happened =
  | { readonly what: 'input' | 'nothing' }
  | { readonly what: 'visible' | 'focused'; readonly is: boolean }
  | { readonly what: 'seen'; readonly percent: number }
type Moment = Happened & { readonly second: number }

const happened: fc.Arbitrary<Happened> = fc.oneof(
  fc.constantFrom<Happened>({ what: 'input' }, { what: 'nothing' }),
  fc.record({ what: fc.constantFrom('visible' as const, 'focused' as const), is: fc.boolean() }),
  fc.record({ what: fc.constant('seen' as const), percent: fc.nat({ max: 100 }) }),
)
/** Up to ten minutes of a reader, in whole seconds. */
const reader = fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), happened), { maxLength: 20 }).map((steps) => {
  let second = 0
  return steps.map(([pause, what]): Moment => {
    second += pause
    return { ...what, second }
  })
})

function changeOf(moment: Moment): ReadingChange {
  switch (moment.what) {
    case 'input':
      return { inputAt: OPENED_AT + moment.second * SECOND }
    case 'visible':
      return { isVisible: moment.is }
    case 'focused':
      return { isFocused: moment.is }
    case 'seen':
      return { scroll: moment.percent }
    case 'nothing':
      return {}
  }
}

/** Looks at every second by itself: was the page seen, was it focused, and how long ago was the last input? */
function engagedSeconds(moments: readonly Moment[], until: number): number {
  let engaged = 0
  for (let second = 0; second < until; second++) {
    const before = moments.filter((moment) => moment.second <= second)
    const lastOf = (what: 'visible' | 'focused') =>
      before.findLast((moment): moment is Moment & { what: typeof what } => moment.what === what)?.is ?? true
    const input = before.findLast(({ what }) => what === 'input')?.second ?? 0
    if (lastOf('visible') && lastOf('focused') && second - input < 30) engaged++
  }
  return engaged
}

test('for any reader, an article is engaged in each second that was visible, focused, and half a minute or less after an input', () => {
  fc.assert(
    fc.property(reader, fc.nat({ max: 90 }), (moments, rest) => {
      const until = (moments.at(-1)?.second ?? 0) + rest
      const read = moments.reduce(
        (reading, moment) => readOn(reading, OPENED_AT + moment.second * SECOND, changeOf(moment)),
        opened,
      )
      const { engagedMs, scroll } = readOn(read, OPENED_AT + until * SECOND)
      expect(engagedMs).toBe(engagedSeconds(moments, until) * SECOND)
      expect(scroll).toBe(Math.max(0, ...moments.map((moment) => (moment.what === 'seen' ? moment.percent : 0))))
    }),
    { numRuns: 2_000 },
  )
})

test('to look at the clock in between changes nothing', () => {
  fc.assert(
    fc.property(reader, fc.array(fc.nat({ max: 600_000 })), (moments, looks) => {
      const steps = [
        ...moments.map((moment) => ({ at: OPENED_AT + moment.second * SECOND, change: changeOf(moment) })),
        ...looks.map((ms) => ({ at: OPENED_AT + ms, change: {} })),
      ]
      const play = (some: typeof steps) =>
        some.toSorted((a, b) => a.at - b.at).reduce((reading, { at, change }) => readOn(reading, at, change), opened)
      const end = OPENED_AT + 3_600_000
      expect(readOn(play(steps), end)).toEqual(readOn(play(steps.slice(0, moments.length)), end))
    }),
  )
})

test('what is told late, with a time that has passed, takes nothing back', () => {
  const read = readOn(opened, OPENED_AT + 20 * SECOND, { inputAt: OPENED_AT + 20 * SECOND })
  const late = readOn(read, OPENED_AT + 5 * SECOND, { inputAt: OPENED_AT + 5 * SECOND })
  expect(readOn(late, OPENED_AT + 3_600_000).engagedMs).toBe(50 * SECOND)
})
