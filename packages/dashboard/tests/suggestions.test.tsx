import { describe, expect, test } from '@jest/globals'
import { Suggestions, type SuggestionsProps } from '../src/index.js'
import { attributeOf, part, render, tableOf, tagsOf, textOf } from './page.js'
import { pageView } from './reports.js'
import { everySuggestions, flowReport, list, someSteps, suggestionsReport } from './suggestionsReports.js'

const page = (props: Partial<SuggestionsProps> = {}) =>
  render(
    <Suggestions
      page={pageView('suggestions')}
      suggestions={suggestionsReport([list()])}
      before={null}
      flow={flowReport(someSteps)}
      {...props}
    />,
  )
const sortedBy = (sort: string, address = {}) => pageView('suggestions', { address: { sort, ...address } })
const linksOf = (html: string) =>
  tagsOf(html, 'a').map((tag) =>
    decodeURIComponent(attributeOf(tag, 'href')!.replaceAll('&amp;', '&')).replaceAll('+', ' '),
  )
const figureOf = (html: string, of: string) => part(html, `data-total="${of}"`, '</section>').split('data-total="')[1]!
const numberOf = (html: string, of: string) => textOf(part(figureOf(html, of), '<p class="ht-number', '</p>'))

describe('the figures', () => {
  test('are those of the report, of all lists together', () => {
    const html = page({ suggestions: suggestionsReport([list()], { clicks_unseen: 7 }) })
    expect(['seen', 'ctr', 'clicks', 'read_after', 'clicks_unseen'].map((of) => numberOf(html, of))).toEqual([
      '400',
      '18%',
      '80',
      '75%',
      '7',
    ])
    expect(textOf(figureOf(html, 'ctr'))).toContain('of 400')
  })

  test('say what clicks without a view are', () => {
    expect(textOf(figureOf(page(), 'clicks_unseen'))).toContain('Clicks on lists of which no view is known')
  })

  test('stand beside those of the period before, when they are compared', () => {
    const before = suggestionsReport([], { ctr: { rate: 0.1, n: 300 } })
    expect(textOf(figureOf(page({ before }), 'ctr'))).toContain('+7.5 points from 10%')
    expect(textOf(figureOf(page(), 'ctr'))).not.toContain('from')
  })

  test('are dashes where there was nothing to count', () => {
    const html = page({ suggestions: suggestionsReport() })
    expect([numberOf(html, 'ctr'), numberOf(html, 'read_after')]).toEqual(['—', '—'])
  })
})

describe('the table of lists', () => {
  const cells = (...rows: ReturnType<typeof list>[]) =>
    tableOf(page({ suggestions: suggestionsReport(rows) }), 'ht-lists').slice(1)

  test('holds the numbers of the report, each rate with its n', () => {
    expect(cells(list())[0]).toEqual([
      'related',
      'by-hand',
      '400',
      '18% n = 400',
      '80',
      '75% n = 80',
      'No. 1 12% n = 400 No. 2 5% n = 400 No. 3 40% n = 20',
    ])
  })

  test('shows a dash for what nobody saw, and says where no algorithm is named', () => {
    const none = { rate: null, n: 0 }
    const row = list({ algorithm: '', seen: 0, ctr: none, clicks: 0, read_after: none, ctr_at: [none] })
    expect(cells(row)[0]).toEqual(['related', 'not said', '0', '—', '0', '—', 'No. 1 —'])
  })

  test('greys the share of few', () => {
    const places = part(page(), '<ol class="ht-list-places"', '</ol>').split('<li').slice(1)
    expect(places.map((place) => place.includes('ht-rate ht-low'))).toEqual([false, false, true])
    expect(places.map((place) => place.includes('ht-list-place-few'))).toEqual([false, false, true])
  })

  test('draws its bars on one scale, the highest full', () => {
    const half = list({ list: 'top', ctr_at: [{ rate: 0.2, n: 100 }] })
    const html = page({ suggestions: suggestionsReport([list(), half]) })
    const heights = tagsOf(html, 'rect')
      .filter((tag) => /class="ht-list-place( |")/.test(tag))
      .map((tag) => Number(attributeOf(tag, 'height')))
    expect(heights).toEqual([9.6, 4, 32, 16])
  })

  test('leads to the sessions behind a number, within the same filters', () => {
    const html = page({ page: sortedBy('', { device: 'phone' }) })
    const to = (measure: string) => `/insights/sessions?device=phone&behind=suggestions.${measure}&row=related|by-hand`
    expect(linksOf(html)).toEqual(expect.arrayContaining([to('rows'), to('ctr'), to('read_after')]))
  })

  test('leads to no session where there is none', () => {
    const html = page({
      suggestions: suggestionsReport([list({ ctr: { rate: 0, n: 400 }, read_after: { rate: null, n: 0 } })]),
    })
    expect(linksOf(html).filter((href) => /suggestions\.(ctr|read_after)/.test(href))).toEqual([])
  })

  test('begins with what was seen most, and is sorted by what the address says', () => {
    const suggestions = suggestionsReport([list({ list: 'b' }), list({ list: 'c', seen: 900 }), list({ list: 'a' })])
    const names = (sort: string) =>
      tableOf(page({ suggestions, page: sortedBy(sort) }), 'ht-lists')
        .slice(1)
        .map(([name]) => name)
    expect(names('')).toEqual(['c', 'b', 'a'])
    expect(names('list')).toEqual(['a', 'b', 'c'])
    expect(names('times')).toEqual(['c', 'b', 'a'])
  })

  test('says that lists are missing when they are', () => {
    expect(textOf(page({ suggestions: suggestionsReport([list()], { seen: 500 }) }))).toContain('The 1 lists seen most')
    expect(textOf(page())).not.toContain('lists seen most')
  })

  test('says what to do when there is none', () => {
    const text = textOf(page({ suggestions: suggestionsReport() }))
    expect(text).toContain('No list of suggestions was seen in this period.')
    expect(text).toContain('Choose other dates, or take a filter away.')
  })
})

describe('the flow', () => {
  test('has a picture with a name, and its rows in a table', () => {
    const html = page()
    expect(tagsOf(html, 'svg').filter((tag) => attributeOf(tag, 'class') === 'ht-flow')).toHaveLength(1)
    const rows = tableOf(html, 'ht-flow-table').slice(1)
    expect(rows).toHaveLength(someSteps.length)
    expect(rows[0]).toEqual(['guia-0', 'End of the session', '—', '120', '70% n = 172'])
    expect(rows).toContainEqual(['guia-0', 'guia-1', 'from a suggestion', '30', '17% n = 172'])
  })

  test('leads to the sessions behind a step', () => {
    expect(linksOf(page())).toContain(
      '/insights/sessions?behind=flow.rows&row=article:guia-0|article:guia-1|suggestion',
    )
  })

  test('leads to none behind the other articles, which are not the same for every question', () => {
    expect(linksOf(page()).filter((href) => /row=.*other/.test(href))).toEqual([])
  })

  test('leads from an article to its page', () => {
    expect(linksOf(page())).toContain('/insights/article?of=guia-0')
  })

  test('opens its table once that is sorted', () => {
    const details = (sort: string) =>
      tagsOf(page({ page: sortedBy(sort) }), 'details').some((tag) => tag.includes('open=""'))
    expect([details('times'), details('-times'), details('-seen'), details('')]).toEqual([true, true, false, false])
  })

  test('says that rows are missing when they are', () => {
    const html = everySuggestions('en')['suggestions, sorted']!
    expect(textOf(html)).toContain('The first 200 of 201 rows.')
    expect(tableOf(html, 'ht-flow-table')).toHaveLength(201)
  })

  test('says when it is of few sessions', () => {
    const of = (times: number) =>
      textOf(page({ flow: flowReport([['entry:direct_link', 'article:uno', times, 'external']]) }))
    expect(of(29)).toContain('Of 29 sessions only')
    expect(of(1)).toContain('Of 1 session only')
    expect(of(30)).not.toContain('sessions only')
  })

  test('says what to do when there is none', () => {
    const html = page({ flow: flowReport() })
    expect(textOf(html)).toContain('No session lies in this period.')
    expect(html).not.toContain('ht-flow-name')
  })
})
