import { describe, expect, test } from '@jest/globals'
import { part, tableOf, textOf } from './page.js'
import { noSearches, rate, search, searchReport, searchRow, untold } from './searchReports.js'

const QUERIES = 'ht-numbers ht-queries'
const bodyOf = (html: string) => tableOf(html, QUERIES).slice(1)
const queriesOf = (html: string) => bodyOf(html).map(([query]) => query)
const figureOf = (html: string, of: string) => textOf(part(html, `data-total="${of}"`, '</div><div class="ht-card'))
/** The way to the sessions behind this number of the query, as the page writes it. */
const behind = (measure: string, query: string) =>
  `href="/insights/sessions?behind=searches.${measure}&amp;row=${query}"`

describe('the figures', () => {
  const report = searchReport([], {
    ...{ searches: 1_200, success: rate(300, 1_200), ctr: rate(500, 1_000), zero_result: rate(120, 1_000) },
    ...{ no_click: rate(220, 880), refined: rate(12, 20), click_after_median_ms: 7_350, orphan_searches: 41 },
  })

  test('are the totals of the report, each rate with what it is of', () => {
    const html = search(report)
    expect(figureOf(html, 'searches')).toContain('1,200')
    expect(figureOf(html, 'success')).toMatch(/ 25% of 1,200/)
    expect(figureOf(html, 'ctr')).toMatch(/ 50% of 1,000/)
    expect(figureOf(html, 'zero_result')).toMatch(/ 12% of 1,000/)
    expect(figureOf(html, 'no_click')).toMatch(/ 25% of 880/)
    expect(figureOf(html, 'click_after')).toContain('7.35 s')
  })

  test('mark a rate of few searches', () => {
    expect(figureOf(search(report), 'refined')).toContain('60% of only 20')
    expect(part(search(report), 'data-total="refined"', '</p>')).toContain('ht-low')
  })

  test('say what changed against the period before, and nothing where nothing is compared', () => {
    const before = searchReport([], { ...report.totals, success: rate(240, 1_200) })
    expect(figureOf(search(report, { before }), 'success')).toContain('+5 points from 20%')
    expect(search(report)).not.toContain('class="ht-change"')
  })

  test('keep the searches outside of sessions beside the others', () => {
    expect(figureOf(search(report), 'orphans')).toMatch(/ 41 Not part of the sessions/)
  })

  test('lead to the list that explains them', () => {
    expect(part(search(report), 'data-total="no_click"', '</a>')).toContain(
      'href="/insights/search?tab=no_click#ht-queries"',
    )
  })

  test('write a long time in minutes', () => {
    const html = search(searchReport([], { click_after_median_ms: 125_000 }))
    expect(figureOf(html, 'click_after')).toContain('2 min 5 s')
  })
})

describe('the funnel', () => {
  const html = search(
    searchReport([], { searches: 200, known: 180, zero: 30, ctr: rate(90, 180), success: rate(50, 200) }),
  )

  test('tells every step in numbers', () => {
    const steps = tableOf(html, 'ht-numbers ht-steps').slice(1)
    expect(steps.map(([, count, share]) => [count, share])).toEqual([
      ['200', '100%'],
      ['180', '90%'],
      ['150', '75%'],
      ['90', '45%'],
      ['50', '25%'],
    ])
  })

  test('draws each step as wide as its share of all searches', () => {
    const widths = [...html.matchAll(/ht-funnel-bar ht-funnel-\w+"[^>]*? width="([^"]*)"/g)].map(([, width]) => width)
    expect(widths).toEqual(['100%', '90%', '75%', '45%', '25%'])
  })
})

describe('where the clicks fell', () => {
  test('is told place by place, of the clicks that tell it', () => {
    const html = search(searchReport([], { clicks: 50, clicks_at: [30, 0, 10] }))
    expect(tableOf(html, 'ht-numbers ht-places').slice(1)).toEqual([
      ['1', '', '30', '75%'],
      ['2', '', '0', '0%'],
      ['3', '', '10', '25%'],
    ])
    expect(textOf(html)).toContain('40 of 50 clicks tell a place')
  })

  test('is said to be unknown when no click tells it', () => {
    expect(textOf(search(searchReport([], { clicks_at: [] })))).toContain('No click of this period tells the place')
  })
})

describe('a query', () => {
  test('is a line of its numbers', () => {
    const [line] = bodyOf(search(searchReport([searchRow({ refined_to: 'factura iva' })])))
    expect(line).toEqual([
      ...['factura', '40', '31', '50% n = 40', '68% n = 40', '10% n = 40', '25% n = 36', '15% n = 40'],
      ...['factura iva', '1.7', '88 ms', '21 of 30 on the first'],
    ])
  })

  test('leads to itself alone, and its numbers to the sessions behind them', () => {
    const html = search(searchReport([searchRow()]))
    expect(html).toContain('href="/insights/search?query=factura"')
    for (const measure of ['rows', 'success', 'ctr', 'zero_result', 'no_click', 'refined'])
      expect(html).toContain(behind(measure, 'factura'))
  })

  test('has no way to sessions where there are none', () => {
    const html = search(searchReport([searchRow({ refined: rate(0, 40) })]))
    expect(html).not.toContain(behind('refined', 'factura'))
  })

  test('has dashes where nothing was counted, not zeros', () => {
    const [line] = bodyOf(search(searchReport([searchRow(untold)])))
    expect(line!.slice(4, 7)).toEqual(['—', '—', '—'])
    expect(line!.slice(8)).toEqual(['—', '—', '—', '—'])
  })

  test('of few searches is grey', () => {
    const low = (n: number) => search(searchReport([searchRow({ ctr: rate(1, n) })])).includes('ht-rate ht-low')
    expect([low(29), low(40)]).toEqual([true, false])
  })

  test('without letters and digits is named, and cannot be filtered by', () => {
    const html = search(searchReport([searchRow({ query: '' })]))
    expect(queriesOf(html)).toEqual(['(neither letters nor digits)'])
    expect(html).not.toContain('href="/insights/search?query=')
  })
})

describe('the tabs', () => {
  const report = searchReport([
    searchRow({ query: 'uno', zero: 1, no_click: rate(0, 39), refined: rate(0, 40), latency_p75_ms: 10 }),
    searchRow({ query: 'dos', zero: 9, no_click: rate(20, 31), latency_p75_ms: null }),
    searchRow({ query: 'tres', zero: 0, no_click: rate(3, 3), refined: rate(9, 40), latency_p75_ms: 900 }),
  ])

  test.each([
    ['', ['uno', 'dos', 'tres']],
    ['no_results', ['dos', 'uno']],
    ['no_click', ['dos', 'tres']],
    ['refined', ['tres', 'dos']],
    ['slow', ['tres', 'uno']],
    ['<b>', ['uno', 'dos', 'tres']],
  ])('at "%s" show what they ask about, most of it first', (tab, queries) => {
    expect(queriesOf(search(report, { address: { tab } }))).toEqual(queries)
  })

  test('are links that keep the slice and drop the order', () => {
    const html = search(report, { address: { device: 'phone', tab: 'slow', sort: 'query' } })
    expect(html).toContain('href="/insights/search?device=phone&amp;tab=refined"')
    expect(html).toMatch(/<a href="\/insights\/search\?device=phone&amp;tab=slow" aria-current="true">Slow<\/a>/)
  })

  test('let the reader sort', () => {
    expect(queriesOf(search(report, { address: { sort: 'query' } }))).toEqual(['dos', 'tres', 'uno'])
    expect(queriesOf(search(report, { address: { sort: '-latency' } }))).toEqual(['tres', 'uno', 'dos'])
  })

  test('say so where no listed query is like that', () => {
    const html = search(searchReport([searchRow({ zero: 0 })]), { address: { tab: 'no_results' } })
    expect(textOf(html)).toContain('Every listed query found something each time.')
  })
})

describe('what is not shown', () => {
  test('is counted under the table, with the reason', () => {
    const text = textOf(search(searchReport([searchRow()], { withheld: { queries: 17, searches: 1_025 } })))
    expect(text).toContain('Queries not shown: 17 (searches: 1,025). Each was searched in fewer than three tabs')
  })

  test('goes unmentioned when there is none', () => {
    const text = textOf(search(searchReport([searchRow()], { withheld: { queries: 0, searches: 0 } })))
    expect(text).not.toContain('not shown')
  })

  test('explains a list without lines', () => {
    expect(textOf(search(searchReport([])))).toContain('No query can be shown')
  })
})

test('a period without searches says so, and what to do', () => {
  const text = textOf(search(searchReport([], noSearches)))
  expect(text).toContain('Nobody searched in this period')
  expect(text).toContain('Take a filter away, or choose other dates.')
})

test('the queries can be had as a file', () => {
  expect(search(searchReport([searchRow()]))).toContain('/api/help/reports/searches?limit=200&amp;format=csv')
})
