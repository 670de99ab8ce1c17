import { describe, expect, test } from '@jest/globals'
import { articleRow, articlesPage, articlesReport, HOSTILE, rate, scarcely } from './articlesReports.js'
import { figureNumber } from './figures.js'
import { part, tableOf, tagsOf, textOf } from './page.js'

const table = (html: string) => tableOf(html, 'ht-numbers ht-articles')
const names = (html: string) =>
  table(html)
    .slice(1)
    .map(([name]) => name!.split(' ')[0])
const linksTo = (html: string, page: string) =>
  tagsOf(html, 'a')
    .map((tag) => tag.match(/href="([^"]*)"/)![1]!.replaceAll('&amp;', '&'))
    .filter((href) => href.startsWith(`/insights/${page}`))

describe('the table of articles', () => {
  test('says of each what the report says', () => {
    const [heads, row] = table(articlesPage(articlesReport([articleRow('instalar')])))
    expect(heads!.map((head, i) => [head, row![i]])).toEqual([
      ['Article', 'instalar Only this one'],
      ['To mend', '11.6'],
      ['Opened', '200'],
      ['Read', '60% n = 200'],
      ['Left at once', '9% n = 200'],
      ['Reading time, median', '42 s'],
      ['Seen, median', '71%'],
      ['Helpful at least', '79% n = 50'],
      ['Voted', '25% n = 200'],
      ['Searched again', '13% n = 200'],
      ['Asked a person', '5% n = 160'],
      ['Failed', '27% n = 200'],
    ])
  })

  test('shows a dash where there is nothing to take a share of', () => {
    const [, row] = table(articlesPage(articlesReport([articleRow('pagar', scarcely)])))
    expect([row![5], row![7], row![10]]).toEqual(['—', '—', '—'])
  })

  test('greys what is of few, and only that', () => {
    const low = (html: string) => html.match(/class="(ht-rate )?ht-low"/g)?.length ?? 0
    expect(low(articlesPage(articlesReport([articleRow('instalar')])))).toBe(0)
    expect(low(articlesPage(articlesReport([articleRow('instalar', { contact_after: rate(1, 29) })])))).toBe(1)
    const few = articlesPage(articlesReport([articleRow('pagar', scarcely)]))
    expect(low(few)).toBe(9)
    expect(textOf(few)).toContain('Grey: of fewer than 30')
  })
})

describe('its order', () => {
  const report = articlesReport([
    articleRow('b', { score: 9, read: rate(1, 40), helpfulness: { ...rate(0, 0), low: null } }),
    articleRow('c', { score: 5, read: rate(30, 40), helpfulness: { ...rate(1, 1), low: 0.2 } }),
    articleRow('a', { score: 2, read: rate(9, 40), helpfulness: { ...rate(70, 90), low: 0.68 } }),
  ])
  const sortedBy = (sort: string) => articlesPage(report, { address: { sort } })

  test('is the work queue of the report until another is asked for', () => {
    expect(names(articlesPage(report))).toEqual(['b', 'c', 'a'])
    expect(tagsOf(articlesPage(report), 'th').filter((tag) => tag.includes('aria-sort'))).toHaveLength(1)
  })

  test.each([
    ['article', ['a', 'b', 'c']],
    ['-read', ['c', 'a', 'b']],
    ['score', ['a', 'c', 'b']],
    ['-helpfulness', ['a', 'c', 'b']],
    ['helpfulness', ['c', 'a', 'b']],
  ])('by %s is that of the column, what has no number last', (sort, order) => {
    expect(names(sortedBy(sort))).toEqual(order)
  })

  test('can be chosen at every column, and given back', () => {
    const sorts = linksTo(sortedBy('-opens'), 'articles').map((href) =>
      new URLSearchParams(href.split('?')[1]).get('sort'),
    )
    for (const by of ['article', 'score', 'read', 'quick_exit', 'engaged', 'scroll', 'helpfulness', 'votes', 'failed'])
      expect(sorts).toContain(`-${by}`)
    expect(sorts).toContain('opens')
    expect(sortedBy('-opens')).toContain('Most to mend first')
    expect(articlesPage(report)).not.toContain('Most to mend first')
  })
})

describe('an article', () => {
  const html = articlesPage(articlesReport([articleRow('a b', { search_again: rate(0, 200) })]), {
    address: { days: '7' },
  })

  test('leads to its own page', () => {
    expect(linksTo(html, 'article?')).toEqual(['/insights/article?days=7&of=a+b'])
  })

  test('can be made the filter, until it is', () => {
    expect(linksTo(html, 'articles')).toContain('/insights/articles?days=7&article=a+b')
    const filtered = articlesPage(articlesReport([articleRow('a b')]), { address: { article: 'a b' } })
    expect(part(filtered, '<tbody', '</tbody>')).not.toContain('Only this one')
  })

  test('leads from its numbers to their sessions, but not from none', () => {
    expect(linksTo(html, 'sessions?').filter((href) => href.includes('behind'))).toEqual([
      '/insights/sessions?days=7&behind=articles.read&row=a+b',
      '/insights/sessions?days=7&behind=articles.quick_exit&row=a+b',
    ])
  })

  test('is shown as text, whatever it is called', () => {
    const hostile = articlesPage(articlesReport([articleRow(HOSTILE)]))
    expect(hostile).not.toContain('<script')
    expect(hostile).toMatch(/<bdi title="&quot;&gt;&lt;script/)
  })
})

describe('the page', () => {
  test('counts all articles, also those that it does not show', () => {
    const html = articlesPage(articlesReport([articleRow('instalar')], 1234))
    expect(figureNumber(html, 'articles')).toBe('1,234')
    expect(figureNumber(html, 'opens')).toBe('200')
    expect(textOf(html)).toContain('1 of 1,234 articles are shown')
  })

  test('says why it is empty, and what to try', () => {
    const html = articlesPage(articlesReport([]))
    expect(textOf(html)).toContain('No article was opened in this period. Take a filter away')
    expect(html).not.toContain('<table')
  })

  test('gives the numbers as a file', () => {
    const html = articlesPage(articlesReport([articleRow('instalar')]))
    expect(html).toContain('href="/api/help/reports/articles?limit=200&amp;format=csv"')
  })
})
