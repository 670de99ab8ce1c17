import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type TabSpan, tabsAround } from '../src/store/clickhouse/derive/tabsAround.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const tabs: fc.Arbitrary<TabSpan[]> = fc
  .array(
    fc.record({
      visitor: fc.constantFrom('ana', 'ben', 'cleo'),
      first: fc.integer({ min: 0, max: 60 * DAY }),
      lasts: fc.oneof(fc.integer({ min: 0, max: HOUR }), fc.integer({ min: 0, max: 9 * DAY })),
      size: fc.integer({ min: 1, max: 50 }),
      session: fc.option(fc.constantFrom('s1', 's2', 's3'), { freq: 4 }),
      has_votes: fc.boolean(),
      isNew: fc.boolean(),
      isBereft: fc.constant(false),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((all) =>
    all.map(({ lasts, session, ...tab }, i) => ({
      ...tab,
      tab: `tab ${i}`,
      last: tab.first + lasts,
      sessions: session === null ? [`of ${i}`] : [session],
    })),
  )

const among = (ids: ReadonlySet<string>, { tab }: TabSpan): boolean => ids.has(tab)
const apart = (a: TabSpan, b: TabSpan): number => Math.max(a.first - b.last, b.first - a.last, 0)
const near = (all: readonly TabSpan[], one: TabSpan, within: number): TabSpan[] =>
  all.filter((tab) => tab.visitor === one.visitor && apart(tab, one) <= within)

test('whatever lies within a day of something new is folded, and what lies within a day of that, or of what does, is read', () => {
  fc.assert(
    fc.property(tabs, (all) => {
      const { folded, read, voters } = tabsAround(all, new Set())
      for (const tab of all.filter(({ isNew }) => isNew)) {
        for (const other of near(all, tab, DAY)) expect(among(folded, other)).toBe(true)
      }
      for (const tab of all.filter((one) => among(folded, one))) {
        for (const other of near(all, tab, DAY).flatMap((one) => near(all, one, DAY)))
          expect(among(read, other)).toBe(true)
        for (const other of all.filter(({ sessions: [id] }) => id === tab.sessions[0]))
          expect(among(read, other)).toBe(true)
        if (tab.has_votes) {
          expect(voters.has(tab.visitor)).toBe(true)
          for (const vote of all.filter(({ visitor, has_votes }) => has_votes && visitor === tab.visitor))
            expect(among(read, vote)).toBe(true)
        }
      }
    }),
  )
})

test('visitors who hang together are looked at as one', () => {
  fc.assert(
    fc.property(tabs, (all) => {
      const one = all.map((tab) => (tab.visitor === 'cleo' ? tab : { ...tab, visitor: 'ana' }))
      const { folded, read } = tabsAround(all, new Set(['ana', 'ben']))
      const asOne = tabsAround(one, new Set())
      expect(folded).toEqual(asOne.folded)
      for (const tab of read) expect(asOne.read.has(tab)).toBe(true)
    }),
  )
})

test('of a visitor who comes every day few days are read, however many there are', () => {
  const days = Array.from({ length: 400 }, (_, day) => ({
    ...{ visitor: 'ana', tab: `tab ${day}`, first: day * DAY, last: day * DAY + HOUR, size: 9 },
    ...{ sessions: [`s ${day}`], has_votes: false, isNew: day === 399, isBereft: false },
  }))
  const { folded, read } = tabsAround(days, new Set())
  expect([...folded]).toEqual(['tab 398', 'tab 399'])
  expect([...read]).toEqual(['tab 396', 'tab 397', 'tab 398', 'tab 399'])
})

test('where nothing is new nothing is read', () => {
  fc.assert(
    fc.property(tabs, (all) => {
      const { folded, read } = tabsAround(
        all.map((tab) => ({ ...tab, isNew: false })),
        new Set(),
      )
      expect([folded.size, read.size]).toEqual([0, 0])
    }),
  )
})
