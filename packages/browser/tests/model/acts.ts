import fc, { type Arbitrary } from 'fast-check'
import type { Fault, PageShown, World } from './trace.js'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const T = 5 * MINUTE

/** Weights: how often each happens. What only matters in the middle of something is tried more often. */
const DOES = {
  touch: 12,
  'click a link': 8,
  'click a suggestion': 4,
  type: 5,
  'click an option': 3,
  'press Enter on an option': 4,
  'show by script': 2,
  'go back softly': 3,
  'type an address': 3,
  'open a tab': 3,
  'open elsewhere': 5,
  'open a window': 3,
  duplicate: 4,
  reload: 4,
  'go back': 5,
  'go forward': 2,
  close: 2,
  reopen: 3,
  crash: 1,
  discard: 2,
  look: 5,
  'look away': 3,
  vote: 2,
  sleep: 2,
  'set the clock': 2,
  refuse: 1,
  grant: 3,
} as const
export type Does = keyof typeof DOES

export interface Act {
  readonly does: Does
  /** Which of the open tabs. */
  readonly tab: number
  readonly to: PageShown
  /** Which of the ways there are. */
  readonly way: number
  /** From the choice of a link to the page it leads to. */
  readonly slowMs: number
  /** How long the computer sleeps, or how far its clock is set. */
  readonly farMs: number
  /** Until the next act. */
  readonly waitMs: number
}

const kinds = (Object.keys(DOES) as Does[]).map((does) => ({ weight: DOES[does], arbitrary: fc.constant(does) }))

const wait = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(0, 0, 1, 100, 999, 1 * SECOND, 1_001) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 20 * SECOND }) },
  { weight: 4, arbitrary: fc.constantFrom(T - 1, T, T + 1, T - SECOND, T / 2, T / 2 - 1, 2 * MINUTE, 2 * MINUTE - 1) },
  { weight: 3, arbitrary: fc.integer({ min: MINUTE, max: T - 1 }) },
  { weight: 1, arbitrary: fc.integer({ min: T, max: 12 * MINUTE }) },
)
const far = fc.oneof(
  fc.constantFrom(2 * SECOND, 2 * MINUTE, T - 1, T, 20 * MINUTE, 60 * MINUTE, 3 * 60 * MINUTE),
  fc.integer({ min: 2 * SECOND, max: 2 * T }),
)
const page = fc.constantFrom<PageShown[]>('a', 'a', 'b', 'b', 'c', 'c', null)

const act: Arbitrary<Act> = fc.record({
  does: fc.oneof(...kinds),
  tab: fc.nat({ max: 5 }),
  to: page,
  way: fc.nat({ max: 11 }),
  slowMs: fc.constantFrom(0, 0, 0, 0, 300, 300, 59_999, 60_000),
  farMs: far,
  waitMs: wait,
})

const FAULTS: readonly Fault[] = [
  'stored',
  'stored, reply lost',
  'stored, then 503',
  'stored, reply late',
  'unreachable',
  '503',
  '429',
]

const rarely = (weight: number): Arbitrary<boolean> =>
  fc.oneof({ weight: 100 - weight, arbitrary: fc.constant(true) }, { weight, arbitrary: fc.constant(false) })

const world: Arbitrary<World> = fc.record({
  locks: rarely(15),
  channel: rarely(8),
  storage: rarely(5),
  privacySignal: rarely(2).map((usual) => !usual),
  chosenBefore: fc.oneof(
    { weight: 8, arbitrary: fc.constant('granted' as const) },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant('refused' as const) },
  ),
  sideBySide: rarely(20).map((usual) => !usual),
  clock: fc.oneof(
    { weight: 6, arbitrary: fc.constant('right' as const) },
    { weight: 2, arbitrary: fc.constantFrom('set forward' as const, 'set back' as const, 'set both ways' as const) },
  ),
  faults: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...FAULTS), { maxLength: 12 }) },
  ),
  busyMs: fc.constantFrom(0, 2, 2, 20),
  loadMs: fc.constantFrom(0, 0, 5, 50, 600),
})

export interface Story {
  readonly world: World
  readonly acts: readonly Act[]
}

/** A reader with some tabs, and the browser, site and network that meet them. */
export const stories: Arbitrary<Story> = fc.record({
  world,
  acts: fc.array(act, { minLength: 1, maxLength: 30, size: 'max' }),
})
