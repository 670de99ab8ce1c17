import fc, { type Arbitrary } from 'fast-check'
import { PAGE_ACTS, type PageAct } from './livePage.js'
import { type Act, type Step, step, timeline } from './traces.js'

const MINUTE = 60_000
const MOSTLY_READING: readonly PageAct[] = [...PAGE_ACTS, 'open', 'input', 'input']

const upTo = (max: number): Arbitrary<number> => fc.integer({ min: 0, max })

/** Reads without a touch, looks away, and is back and busy about when the five minutes are over. */
const comesBackLate: Arbitrary<Step<PageAct>[]> = fc.tuple(
  fc.tuple(fc.integer({ min: 2 * MINUTE, max: 5 * MINUTE }), fc.constantFrom<PageAct[]>('hide', 'vital', 'leave')),
  fc.tuple(upTo(MINUTE), fc.constant<PageAct>('input')),
  fc.tuple(upTo(MINUTE), fc.constant<PageAct>('input')),
  fc.tuple(upTo(MINUTE), fc.constantFrom(...MOSTLY_READING)),
)

/** All that can happen in one tab while a page is open in it. */
export function visits(): Arbitrary<Act<PageAct>[]> {
  const anything = step(MOSTLY_READING, [2 * MINUTE, 5 * MINUTE]).map((one) => [one])
  return fc
    .array(fc.oneof({ weight: 6, arbitrary: anything }, { weight: 1, arbitrary: comesBackLate }), { maxLength: 20 })
    .map((parts) => timeline(parts.flat()))
}
