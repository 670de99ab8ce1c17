import { describe, expect, test } from '@jest/globals'
import { type Follow, Live } from '../src/index.js'
import { figureNumber, panelOf } from './figures.js'
import { busyReport, HOSTILE, live, missed, search } from './liveReports.js'
import { part, render, tableOf, tagsOf, textOf } from './page.js'
import { liveReport, pageView, sessionRow } from './reports.js'

const rowsOf = (html: string, className: string) => tableOf(html, className).slice(1)

test('the page says which moment it shows, and how to see a later one', () => {
  const page = pageView('live', { address: { device: 'phone' } })
  const html = render(<Live page={page} report={busyReport()} />)
  expect(textOf(html)).toContain(
    'As it was on 22 Nov 2026, 12:00:00 . The page stays as it is until you load it again.',
  )
  expect(html).toContain('<a href="/insights/live?device=phone">Refresh</a>')
})

test('a page that follows what happens says so by itself, and where that is told', () => {
  const follow: Follow = ({ href, words }) => <b title={href}>{Object.values(words).join(' / ')}</b>
  const html = render(<Live page={pageView('live')} report={busyReport()} follow={follow} />)
  expect(html).toContain('<b title="/api/help/live?site=ayuda">')
  expect(textOf(html)).toContain(
    'The page stays as it is until you load it again. / The page follows what happens. / The connection is lost; it is tried again and again. Refresh',
  )
})

test('no period and no comparison stands above what is of now', () => {
  expect(live()).not.toContain('ht-ranges')
  expect(live()).not.toContain('compared with')
})

describe('the last five minutes', () => {
  test('are counted together and one by one, the latest last', () => {
    expect(figureNumber(live(), 'events')).toBe('21')
    expect(rowsOf(live(), 'ht-numbers')).toEqual([
      ['11:56:00', '3'],
      ['11:57:00', '0'],
      ['11:58:00', '12'],
      ['11:59:00', '5'],
      ['12:00:00', '1'],
    ])
  })

  test('are drawn as high as they are busy', () => {
    const bars = tagsOf(part(live(), '<svg class="ht-minutes"', '</svg>'), 'rect')
    expect(bars.map((bar) => Number(bar.match(/ height="([^"]*)"/)?.[1]))).toEqual([24, 0, 96, 40, 8])
  })

  test('say so when nothing came', () => {
    const html = live(liveReport())
    expect(html).not.toContain('class="ht-minutes"')
    expect(textOf(html)).toContain('No event came in the last five minutes. When a reader opens an article')
  })
})

describe('open sessions', () => {
  test('are counted as the report counts them, and listed apart from the ended ones', () => {
    const html = live()
    expect(figureNumber(html, 'open')).toBe('2')
    const [opened, ended] = html
      .split('<table class="ht-table ht-sessions"')
      .slice(1)
      .map((table) => table.split('</table>')[0]!)
    expect(opened!.match(/articulo-\d(?=<)/g)).toEqual(['articulo-0', 'articulo-1'])
    expect(ended!.match(/articulo-\d(?=<)/g)).toEqual(['articulo-2', 'articulo-3'])
    expect(opened).toContain('href="/insights/sessions/019ab000-0000-7000-8000-000000000100"')
  })

  test('that are not among the rows are still told of', () => {
    const text = textOf(live({ ...busyReport(), totals: { open: 40 } }))
    expect(text).toContain('2 of 40 are listed')
    expect(textOf(live())).not.toContain('are listed')
  })

  test('say when there are none', () => {
    expect(textOf(live(liveReport([sessionRow()])))).toContain('No session is open now.')
  })
})

describe('latest searches', () => {
  test('have their results, or that the search failed, and the time', () => {
    expect(rowsOf(live(), 'ht-searches')).toEqual([
      ['cambiar factura', '7', '11:58:00'],
      ['baja', 'the search failed', '11:58:00'],
    ])
  })

  test('lead to the search page of their query', () => {
    expect(live()).toContain('<a href="/insights/search?query=cambiar+factura"')
  })

  test('that are withheld are counted', () => {
    expect(textOf(live())).toContain('2 more searches are not shown: too few tabs have made them')
    expect(textOf(live(busyReport({ searches: [], searches_withheld: 1 })))).toContain('One more search is not shown')
    expect(textOf(live(busyReport({ searches_withheld: 0 })))).not.toContain('not shown')
  })

  test('say when nobody searched, and not when all are withheld', () => {
    expect(textOf(live(liveReport()))).toContain('Nobody searched in the last 24 hours.')
    expect(textOf(live(busyReport({ searches: [] })))).not.toContain('Nobody searched')
  })

  test('may be the same twice', () => {
    expect(rowsOf(live(busyReport({ searches: [search(), search()] })), 'ht-searches')).toHaveLength(2)
  })
})

test('a page not found says who linked to it, how often it was missed, and when last', () => {
  expect(rowsOf(live(), 'ht-not-found')).toEqual([
    ['/es/articulos/viejo', 'foro.example', '4', '21 Nov, 18:30'],
    ['/es/otra', '—', '1', '21 Nov, 18:30'],
  ])
  expect(textOf(live(liveReport()))).toContain('Nobody missed a page in the last 24 hours.')
})

test('what readers typed is text, cut or wrapped, and keeps its direction to itself', () => {
  const html = live(busyReport({ searches: [search({ query: HOSTILE })], not_found: [missed({ page: HOSTILE })] }))
  expect(html).not.toContain('<script')
  expect(panelOf(html, 'ht-searches')).toMatch(/<bdi title="[^"]*">&quot;&gt;&lt;script/)
  expect(panelOf(html, 'ht-not-found')).toMatch(/<bdi title="[^"]*">&quot;&gt;&lt;script/)
})
