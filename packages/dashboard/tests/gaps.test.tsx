import { describe, expect, test } from '@jest/globals'
import { GAP_WEIGHTS } from '../../server/src/reports/settings.js'
import { GAP_TERMS, TERM_WEIGHTS } from '../src/gaps/gapTerms.js'
import { gapRow, gaps, reportOfGaps, reworded } from './gapReports.js'
import { tableOf, textOf } from './page.js'

const linesOf = (html: string) => tableOf(html, 'ht-numbers ht-gaps-table').slice(1)
/** Each drawn part as its term, its left edge and its width, in percent. */
const partsOf = (html: string) =>
  [...html.matchAll(/ht-term ht-term-(\w+)" x="([^"]*)%" width="([^"]*)%"/g)].map(
    ([, term, x, width]) => [term, Number(x), Number(width)] as const,
  )

describe('a gap', () => {
  test('is a line of its numbers, with how it failed in words', () => {
    expect(linesOf(gaps(reportOfGaps([gapRow()])))).toEqual([
      [
        ...['1', 'reembolso', '9.1'],
        '4 found nothing 2 asked for help 5 opened nothing 1 left at once',
        ...['38% n = 40', '11', 'Not begun', 'Sessions'],
      ],
    ])
  })

  test('leads to its searches, and each count to the sessions behind it', () => {
    const html = gaps(reportOfGaps([gapRow()]), { address: { days: '7' } })
    expect(html).toContain('href="/insights/search?days=7&amp;query=reembolso"')
    for (const measure of ['rows', 'zero_result', 'contact_after', 'no_click', 'quick_exit'])
      expect(html).toContain(`href="/insights/sessions?days=7&amp;behind=gaps.${measure}&amp;row=reembolso"`)
    expect(html).not.toContain('behind=gaps.refined_away')
  })

  test('of few searches is grey', () => {
    const low = (n: number) => gaps(reportOfGaps([gapRow({ failed: { rate: 1, n } })])).includes('ht-rate ht-low')
    expect([low(29), low(30)]).toEqual([true, false])
  })

  test('of searches that cannot be judged has a dash', () => {
    const [line] = linesOf(gaps(reportOfGaps([gapRow({ failed: { rate: null, n: 0 } })])))
    expect(line![4]).toBe('—')
  })
})

describe('its bar', () => {
  test('lies as wide as its score, each way to fail by its weight', () => {
    const [zero, contact, click, exit, ...others] = partsOf(gaps(reportOfGaps([gapRow()])))
    expect(zero).toEqual(['zero_result', 0, expect.closeTo(100 * (4 / 9.1), 2)])
    expect(contact).toEqual(['contact_after', expect.closeTo(100 * (4 / 9.1), 2), expect.closeTo(100 * (1.6 / 9.1), 2)])
    expect(click).toEqual(['no_click', expect.closeTo(100 * (5.6 / 9.1), 2), expect.closeTo(100 * (3 / 9.1), 2)])
    expect(exit![1] + exit![2]).toBeCloseTo(100, 2)
    expect(others).toEqual([])
  })

  test('is measured by the greatest score of the list', () => {
    const parts = partsOf(gaps(reportOfGaps([gapRow(), gapRow({ query: 'iva', ...reworded })])))
    expect(parts.at(-1)).toEqual(['refined_away', 0, expect.closeTo(100 * (0.3 / 9.1), 2)])
  })
})

test('the weights are those of the report, in its order', () => {
  expect(TERM_WEIGHTS).toEqual(GAP_WEIGHTS)
  expect(GAP_TERMS).toEqual(Object.keys(GAP_WEIGHTS))
  const weights = tableOf(gaps(reportOfGaps([])), 'ht-weights').slice(1)
  expect(weights.map(([, weight]) => weight)).toEqual(['1', '0.8', '0.6', '0.5', '0.3'])
})

describe('the list', () => {
  const rows = [
    gapRow({ query: 'b', tabs: 3 }),
    gapRow({ query: 'a', tabs: 9, score: 4 }),
    gapRow({ query: 'c', score: 2 }),
  ]
  const ranked = (sort?: string) =>
    linesOf(gaps(reportOfGaps(rows), { address: sort ? { sort } : {} })).map(([rank, query]) => `${rank} ${query}`)

  test('begins with the greatest score', () => {
    expect(ranked()).toEqual(['1 b', '2 a', '3 c'])
  })

  test('keeps the ranks, however it is sorted', () => {
    expect(ranked('query')).toEqual(['2 a', '1 b', '3 c'])
    expect(ranked('tabs')).toEqual(['1 b', '2 a', '3 c'])
    expect(ranked('score')).toEqual(['3 c', '2 a', '1 b'])
  })

  test('says of how many gaps it is', () => {
    const text = textOf(gaps(reportOfGaps(rows, { gaps: 87 })))
    expect(text).toContain('The 3 gaps with the greatest score are shown, of 87.')
    expect(textOf(gaps(reportOfGaps(rows)))).not.toContain('with the greatest score are shown')
  })

  test('counts what it withholds, with the reason', () => {
    const text = textOf(gaps(reportOfGaps(rows, { withheld: { queries: 12, searches: 15 } })))
    expect(text).toContain('Queries not shown: 12 (failed searches: 15). Each failed in fewer than three tabs')
    expect(textOf(gaps(reportOfGaps(rows)))).not.toContain('not shown')
  })

  test('can be had as a file', () => {
    expect(gaps(reportOfGaps(rows))).toContain('/api/help/reports/gaps?limit=200&amp;status=open&amp;format=csv')
  })
})

test('a period without gaps says what that means', () => {
  const text = textOf(gaps(reportOfGaps([])))
  expect(text).toContain('No query failed in three tabs of this period.')
  expect(text).toContain('a longer period or fewer filters tell more')
})
