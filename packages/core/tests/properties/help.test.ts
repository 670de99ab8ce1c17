import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { advance, type Fact, help, newThread } from '../../src/index.js'
import { at } from '../support/clock.js'
import { readHelpTab } from '../support/helpOracle.js'
import { acts, type Lived, liveThrough, opens, timePasses } from '../support/live.js'
import { type Act, trace } from '../support/traces.js'

type HelpAct = 'open' | 'input' | 'search' | 'vote' | 'tick'
const FIVE_MINUTES = 300_000

const traces = () => trace<HelpAct>(['open', 'open', 'input', 'search', 'vote', 'tick'], [FIVE_MINUTES])

const factFor = (act: HelpAct, id: string): Fact => (act === 'open' ? opens(id) : act === 'tick' ? timePasses : acts)
const liveTab = (happened: readonly Act<HelpAct>[]): Lived =>
  liveThrough(
    help,
    happened.map(({ at, act }, i) => ({ at, fact: factFor(act, `open ${i}`) })),
  )

describe('for any trace of one help tab', () => {
  test('the machine counts what the specification says in its own words', () => {
    fc.assert(
      fc.property(traces(), (happened) => {
        const lived = liveTab(happened)
        const found = readHelpTab(happened.filter(({ act }) => act !== 'tick'))
        expect(lived.started.map(({ startedAt }) => startedAt)).toEqual(found.map(({ startedAt }) => startedAt))
        const sessions = [...lived.ended, ...(lived.open ? [lived.open] : [])]
        expect(sessions.map(({ lastAt }) => lastAt)).toEqual(found.map(({ lastAt }) => lastAt))
        expect(lived.ended.map(({ endedAt }) => endedAt)).toEqual(
          found.slice(0, lived.ended.length).map(({ lastAt }) => lastAt + FIVE_MINUTES),
        )
      }),
      { numRuns: 10_000 },
    )
  })

  test('a session lives at the last moment of the trace exactly when its last activity is less than five minutes ago', () => {
    fc.assert(
      fc.property(
        traces(),
        fc.constantFrom(0, 1, FIVE_MINUTES - 1, FIVE_MINUTES, FIVE_MINUTES + 1),
        (happened, wait) => {
          const now = (happened.at(-1)?.at ?? at('0:00')) + wait
          const last = readHelpTab(happened.filter(({ act }) => act !== 'tick')).at(-1)
          const lives = last !== undefined && now - last.lastAt < FIVE_MINUTES
          expect(liveTab([...happened, { at: now, act: 'tick' }]).open !== null).toBe(lives)
        },
      ),
      { numRuns: 5_000 },
    )
  })

  test('looking at the clock changes no count and no end', () => {
    fc.assert(
      fc.property(traces(), (happened) => {
        const without = happened.filter(({ act }) => act !== 'tick')
        const end: Act<HelpAct> = { at: at('1000:00:00'), act: 'tick' }
        const spans = (lived: Lived) =>
          lived.ended.map(({ startedAt, lastAt, endedAt }) => [startedAt, lastAt, endedAt])
        expect(spans(liveTab([...happened, end]))).toEqual(spans(liveTab([...without, end])))
      }),
      { numRuns: 5_000 },
    )
  })

  test('every session carries the id of an opened article and points to the one before', () => {
    fc.assert(
      fc.property(traces(), (happened) => {
        const { started } = liveTab(happened)
        for (const [i, session] of started.entries()) {
          expect(happened[Number(session.id.slice(5))]).toEqual({ at: session.startedAt, act: 'open' })
          expect(session.previousId).toBe(started[i - 1]?.id ?? null)
        }
      }),
      { numRuns: 3_000 },
    )
  })
})

test('a clock that jumps to and fro never throws, never ends a session before its five minutes and never takes activity back', () => {
  const jumps = fc.array(
    fc.tuple(fc.integer({ min: -2 * FIVE_MINUTES, max: 2 * FIVE_MINUTES }), fc.constantFrom('open', 'input', 'tick')),
  )
  fc.assert(
    fc.property(jumps, (steps) => {
      let state = newThread
      let now = at('0:00')
      for (const [i, [jump, act]] of steps.entries()) {
        now += jump
        const before = state.open
        const step = advance(help, state, factFor(act as HelpAct, `open ${i}`), now)
        state = step.state
        const ended = step.effects.find((effect) => effect.type === 'ended')
        if (ended) expect(now - before!.lastAt).toBeGreaterThanOrEqual(FIVE_MINUTES)
        else if (before) expect(state.open!.lastAt).toBeGreaterThanOrEqual(before.lastAt)
      }
    }),
    { numRuns: 5_000 },
  )
})
