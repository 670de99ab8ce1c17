import { describe, expect, test } from '@jest/globals'
import { articlePage, articleReport, hostileReport, moment, revision, unopened } from './articleReports.js'
import { articleRow, HOSTILE, rate, scarcely } from './articlesReports.js'
import { figureNumber, figureOf, panelOf } from './figures.js'
import { attributeOf, part, tableOf, tagsOf, textOf } from './page.js'

const html = articlePage(articleReport())
/** The table of a panel, row by row. */
const rowsOf = (page: string, id: string) =>
  part(panelOf(page, id), '<table', '</table>')
    .split('<tr')
    .slice(1)
    .map((row) => [...row.matchAll(/<t[hd][ >].*?<\/t[hd]>/gs)].map(([cell]) => textOf(cell)))
const hrefsIn = (page: string) =>
  [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))

describe('the figures', () => {
  test('are those of the report', () => {
    const names = ['opens', 'session_views', 'read', 'engaged', 'scroll', 'helpfulness']
    expect(names.map((name) => figureNumber(html, name))).toEqual(['200', '160', '60%', '42 s', '71%', '90%'])
    const rest = ['quick_exit', 'search_again', 'contact_after', 'failed']
    expect(rest.map((name) => figureNumber(html, name))).toEqual(['9%', '13%', '5%', '27%'])
  })

  test('say of how many, and what is sure', () => {
    expect(textOf(figureOf(html, 'helpfulness'))).toContain('of 50 surely at least 79%')
    expect(textOf(figureOf(html, 'engaged'))).toContain('a quarter took 1 min 35 s or more')
  })

  test('stand beside those of the period before, where one is compared', () => {
    const before = articleReport({ totals: articleRow('', { read: rate(100, 200) }) })
    expect(textOf(figureOf(articlePage(articleReport(), {}, { before }), 'read'))).toContain('+10 points from 50%')
    expect(textOf(figureOf(articlePage(articleReport(), {}, { before: unopened() }), 'read'))).toContain(
      'none in the period before',
    )
    expect(html).not.toContain('ht-change')
  })

  test('are grey of few, and a dash of none', () => {
    const few = articlePage(articleReport({ totals: articleRow('', scarcely) }))
    expect(figureOf(few, 'read')).toContain('ht-number ht-low')
    expect(textOf(figureOf(few, 'contact_after'))).toContain('—')
    expect(textOf(figureOf(few, 'engaged'))).toContain('—')
  })

  test('lead to their sessions', () => {
    expect(hrefsIn(figureOf(html, 'read'))).toEqual([
      '/insights/sessions?of=instalar&article=instalar&behind=articles.read&row=instalar',
    ])
  })
})

describe('the chart of openings', () => {
  const day = (n: number) => `2026-11-0${n}T00:00:00.000Z`
  const series = [moment(day(1), 8, 2), moment(day(2), 0, 0), moment(day(3), 4, 4)]
  const span = { from: day(1), to: day(4) }
  const three = (changes = {}) => articlePage(articleReport({ series, ...span, ...changes }))

  test('draws what was read below what was only opened, to one scale', () => {
    const chart = panelOf(three(), 'ht-openings')
    const heights = (fill: string) =>
      tagsOf(chart, 'rect')
        .filter((tag) => tag.includes(`ht-segment ${fill}`))
        .map((tag) => Number(attributeOf(tag, 'height')))
    const [notRead] = heights('ht-fill-opened')
    const [read, allRead] = heights('ht-fill-read')
    expect(heights('ht-fill-opened')).toHaveLength(1)
    expect(notRead! / read!).toBeCloseTo(3, 1)
    expect(allRead! / read!).toBeCloseTo(2, 1)
  })

  test('has its numbers in a table', () => {
    expect(rowsOf(three(), 'ht-openings').map((row) => row.slice(0, 3))).toEqual([
      ['Day', 'Openings', 'Read'],
      ['Sun, 1 Nov 2026', '8', '25% n = 8'],
      ['Mon, 2 Nov 2026', '0', '—'],
      ['Tue, 3 Nov 2026', '4', '100% n = 4'],
    ])
  })

  test('draws the last bar with a broken line while its day goes on', () => {
    expect(panelOf(html, 'ht-openings')).toContain('ht-opened-day ht-day-open')
    expect(textOf(panelOf(html, 'ht-openings'))).toContain('today, so far')
    expect(panelOf(three(), 'ht-openings')).not.toContain('ht-day-open')
  })

  test('marks where each revision was first opened', () => {
    const rows = [revision('r-2', '2026-11-02T12:00:00Z'), revision('r-1', day(1))]
    const marks = [
      ...panelOf(three({ rows }), 'ht-openings').matchAll(/<g class="ht-mark" data-revision="([^"]*)">(.*?)<\/g>/g),
    ]
    expect(marks.map(([, name]) => name)).toEqual(['r-2', 'r-1'])
    expect(attributeOf(tagsOf(marks[0]![2]!, 'line')[0]!, 'x1')).toBe('50%')
    expect(textOf(marks[0]![2]!)).toBe('2: revision r-2, first opened 2 Nov, 12:00 2')
  })
})

describe('the reading curve', () => {
  test('falls from all openings to those that saw the end, in the drawing and in the table', () => {
    const drawn = attributeOf(tagsOf(panelOf(html, 'ht-curve'), 'path')[1]!, 'd')!
    expect(drawn).toMatch(/^M0,0L10,0L20,12L/)
    expect(drawn).toMatch(/L100,108$/)
    expect(rowsOf(html, 'ht-curve').at(-1)).toEqual(['100%', '33% n = 200'])
    expect(textOf(panelOf(html, 'ht-curve'))).toContain('70% of the openings saw half of the article, 33% its end')
  })

  test('says when it is of few', () => {
    const few = articlePage(articleReport({ reading: [{ scroll: 10, openings: rate(2, 3) }] }))
    expect(textOf(panelOf(few, 'ht-curve'))).toContain('Of only 3, too few')
    expect(textOf(panelOf(html, 'ht-curve'))).not.toContain('Of only')
  })
})

describe('ways to it and from it', () => {
  test('are counted, with what was searched', () => {
    expect(rowsOf(html, 'ht-arrivals').slice(1)).toEqual([
      ['Article click', 'from search results', 'cómo instalar', '90', '45% n = 200'],
      ['Article click', 'from search results', '7 by rare searches', '60', '30% n = 200'],
      ['Direct link', 'from outside', '—', '50', '25% n = 200'],
    ])
    expect(hrefsIn(html)).toContain('/insights/search?of=instalar&query=c%C3%B3mo+instalar')
  })

  test('say that rare searches are withheld only where some are', () => {
    const { arrivals } = articleReport()
    expect(textOf(html)).toContain('What fewer than three tabs have searched is not shown')
    expect(textOf(articlePage(articleReport({ arrivals: [arrivals[0]!] })))).not.toContain('fewer than three tabs')
  })

  test('lead on to the next article', () => {
    expect(rowsOf(html, 'ht-departures').slice(1)).toEqual([
      ['nothing: the session ends here', '120', '60% n = 200'],
      ['another article pagar', '50', '25% n = 200'],
      ['a search', '22', '11% n = 200'],
      ['a request for help', '8', '4% n = 200'],
    ])
    expect(hrefsIn(html)).toContain('/insights/article?of=pagar')
  })
})

describe('its revisions', () => {
  test('have their own numbers, and a name even without one', () => {
    const rows = tableOf(html, 'ht-numbers ht-articles')
    expect(rows[1]!.slice(0, 4)).toEqual(['2 r-2', '10 Nov, 12:00', '12', '25% n = 12'])
    expect(rows[2]!.slice(0, 3)).toEqual(['1 not named', '24 Oct, 08:00', '200'])
  })

  test('lead to the sessions of the revision', () => {
    const behind = hrefsIn(panelOf(html, 'ht-revisions')).filter((href) => href.includes('behind=article.read'))
    expect(behind).toEqual(['/insights/sessions?of=instalar&behind=article.read&row=r-2'])
  })

  test('come as a file', () => {
    expect(hrefsIn(html)).toContain('/api/help/reports/article?article=instalar&format=csv')
  })
})

describe('what readers said', () => {
  test('is counted by reason', () => {
    expect(rowsOf(html, 'ht-votes').slice(1)).toEqual([
      ['Voted: helpful', 'no reason given', '45'],
      ['Voted: not helpful', 'outdated', '5'],
    ])
  })

  test('is told in their words, the newest first, older ones one tap away', () => {
    const text = textOf(panelOf(html, 'ht-comments'))
    expect(text).toContain('17 Nov, 09:30 · Voted: not helpful, unclear · revision r-2 Comentario 1')
    expect(text.indexOf('Comentario 5')).toBeLessThan(text.indexOf('Show 2 older comments'))
    expect(text.indexOf('Comentario 6')).toBeGreaterThan(text.indexOf('Show 2 older comments'))
  })
})

test('lists of suggestions and speed stand with what came of them', () => {
  expect(rowsOf(html, 'ht-suggested').slice(1)).toEqual([['relacionados', 'a-mano', '15% n = 60']])
  expect(rowsOf(html, 'ht-speed').slice(1)).toEqual([
    ['good page load', '80% n = 100', '5% n = 100'],
    ['needs work in-app', '50% n = 8', '25% n = 8'],
  ])
})

test('an article that nobody opened says so, and has no number', () => {
  const empty = articlePage(unopened())
  expect(textOf(empty)).toContain('Nobody opened this article in this period. Choose other dates')
  expect(empty).not.toMatch(/data-total|<table|NaN/)
  for (const said of ['Nobody voted', 'Nobody wrote', 'No list of suggestions', 'No speed was measured'])
    expect(textOf(empty)).toContain(said)
})

test('a filter by an article does not apply, and the page says so', () => {
  const filtered = articlePage(articleReport(), { address: { of: 'instalar', article: 'pagar' } })
  expect(textOf(filtered)).toContain('does not apply on this page')
  expect(textOf(html)).not.toContain('does not apply on this page')
})

test('every text of others is shown as text, and keeps its direction to itself', () => {
  const hostile = articlePage(hostileReport())
  expect(hostile).not.toContain('<script')
  const escaped = HOSTILE.replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/'/g, '&#x27;')
  expect(hostile.split(`>${escaped}</bdi>`).length - 1).toBe(6)
  expect(hostile).toContain(`dir="auto">${escaped}</blockquote>`)
})
