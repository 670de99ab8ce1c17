import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { opensVisit, visitsOf, webAnalytics } from '../src/index.js'

const MINUTE = 60_000

describe('a visit, as web analytics has it,', () => {
  test.each([
    [[0], 1],
    [[0, 29 * MINUTE + 59_999], 1],
    [[0, 30 * MINUTE], 2],
    [[0, 20 * MINUTE, 40 * MINUTE, 60 * MINUTE], 1],
    // Half an hour after the first view, but not after the last.
    [[40 * MINUTE, 0, 20 * MINUTE], 1],
    [[0, 0, 0], 1],
  ])('lasts until half an hour without a page is reached: %j', (times, visits) => {
    expect(visitsOf(times.map((at) => ({ visitorId: 'a', at })))).toHaveLength(visits)
  })

  test('is of one visitor, from the first page to the last', () => {
    const views = [
      { visitorId: 'b', at: 5 },
      { visitorId: 'a', at: 0 },
      { visitorId: 'b', at: 9 },
    ]
    expect(visitsOf(views)).toEqual([
      { visitorId: 'a', startedAt: 0, lastAt: 0, views: 1 },
      { visitorId: 'b', startedAt: 5, lastAt: 9, views: 2 },
    ])
  })

  test('is opened by the first page, whatever it is', () => {
    expect(opensVisit(null, 0)).toBe(true)
    expect(webAnalytics).toMatchObject({ thread: 'visitor', startsOn: 'page_view', idleMs: 1_800_000 })
  })

  test('holds every page once, and as many visits begin as views open one', () => {
    const view = fc.record({ visitorId: fc.constantFrom('a', 'b'), at: fc.nat(10_000_000) })
    fc.assert(
      fc.property(fc.array(view), (views) => {
        const visits = visitsOf(views)
        expect(visits.reduce((sum, visit) => sum + visit.views, 0)).toBe(views.length)
        const opening = ['a', 'b'].flatMap((visitorId) =>
          views
            .filter((one) => one.visitorId === visitorId)
            .map(({ at }) => at)
            .toSorted((a, b) => a - b)
            .filter((at, i, times) => i === 0 || at - times[i - 1]! >= 1_800_000),
        )
        expect(visits.map(({ startedAt }) => startedAt)).toEqual(opening.toSorted((a, b) => a - b))
      }),
    )
  })
})
