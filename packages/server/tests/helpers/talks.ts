import { CHANNELS } from '@helptally/core'
import fc from 'fast-check'
import { NOON } from './events.js'

const DAY = 86_400_000
/** When all talks are over. */
export const TALKED = NOON + 6 * DAY
const NAMES = Object.keys(CHANNELS).filter((name) => name !== 'help')
export const SAID = ['user', 'bot', 'agent'] as const
const ACTS = [...SAID, 'user', 'close', 'transfer', 'survey_sent', 'survey_answered', 'interrupted'] as const
export type Act = (typeof ACTS)[number]

export interface Happening {
  readonly at: number
  readonly act: Act
}

const pause = fc.oneof(
  fc.constantFrom(1, 299_999, 300_000, 300_001, DAY - 1, DAY, DAY + 1),
  fc.integer({ min: 1, max: 600_000 }),
)
const talk: fc.Arbitrary<Happening[]> = fc
  .array(fc.tuple(pause, fc.constantFrom(...ACTS)), { minLength: 1, maxLength: 12 })
  .map((steps) => {
    let at = NOON
    return steps.map(([pauseMs, act]) => {
      at += pauseMs
      return { at, act }
    })
  })
  .map((all) => all.filter(({ at }) => at < TALKED))

const talks = fc.array(fc.tuple(fc.constantFrom(...NAMES), talk), { minLength: 1, maxLength: 5 })

/** Talks in several conversations, their facts in any order, and some of them once more. */
export const scenario = talks.chain((all) => {
  const facts = all.flatMap(([channel, happenings], c) =>
    happenings.map(({ at, act }, i) => ({
      ...{ id: `${c}.${i}`, channel, conversation: `c${c}`, visitor: `v${c % 2}`, at },
      ...((SAID as readonly string[]).includes(act) ? { type: 'message', by: act } : { type: act }),
    })),
  )
  return fc.tuple(
    fc.constant(all),
    fc.shuffledSubarray(facts, { minLength: facts.length }),
    fc.subarray(facts),
    fc.integer({ min: 1, max: 7 }),
  )
})
