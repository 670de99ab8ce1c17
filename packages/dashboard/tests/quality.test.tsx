import { describe, expect, test } from '@jest/globals'
import { figureNumber, figureOf, panelOf } from './figures.js'
import { HOSTILE } from './liveReports.js'
import { attributeOf, part, tableOf, tagsOf, textOf } from './page.js'
import { ID, known, ledgerReport, quality, reasons } from './qualityReports.js'
import { pageView } from './reports.js'

const rowsOf = (html: string, className: string) => tableOf(html, className).slice(1)
const withReasons = ledgerReport(undefined, { reasons })

describe('the figures', () => {
  const html = quality()

  test.each([
    ['received', '1,500'],
    ['accepted', '1,371'],
    ['duplicate', '61'],
    ['late', '8'],
    ['bot', '20'],
    ['test', '16'],
    ['consent_missing', '2'],
    ['invalid', '14'],
    ['over_limit', '8'],
    ['dropped', '3'],
    ['refused', '5'],
  ])('show %s as the report has it', (of, value) => {
    expect(figureNumber(html, of)).toBe(value)
  })

  test('tell each outcome’s share of received', () => {
    expect(textOf(figureOf(html, 'accepted'))).toContain('91% of 1,500 received')
  })

  test('mark a share of few as little worth', () => {
    const few = quality({ report: ledgerReport([{ received: 9, accepted: 9 }]) })
    expect(figureOf(few, 'accepted')).toContain('ht-low')
    expect(figureOf(html, 'accepted')).not.toContain('ht-low')
  })

  test('compare with the period before, where there is one', () => {
    const before = ledgerReport([{ received: 1000, accepted: 990, invalid: 10 }])
    expect(textOf(figureOf(quality({ before }), 'received'))).toContain('1,500 +500 (+50%) from 1,000')
    expect(figureOf(html, 'received')).not.toContain('ht-change')
  })

  test('are dashes, with a word of what to do, where nothing arrived', () => {
    const empty = quality({ report: ledgerReport([{}]) })
    expect(textOf(figureOf(empty, 'accepted'))).toContain('— of 0 received')
    expect(textOf(empty)).toContain('No event arrived in this period. Open an article in another tab')
  })
})

describe('the sum', () => {
  test('is written out', () => {
    expect(textOf(quality())).toContain('1,371 + 61 + 8 + 20 + 16 + 2 + 14 + 8 = 1,500.')
  })

  test('is an alarm when it is not what was received', () => {
    const html = quality({ report: ledgerReport([{ received: 9, accepted: 8 }]) })
    expect(textOf(part(html, '<p class="ht-alarm"', '</p>'))).toContain('= 8, received 9')
  })
})

test('what pages gave up and what was refused stands beside the sum', () => {
  for (const kind of ['dropped', 'refused']) expect(textOf(figureOf(quality(), kind))).toContain('Not part of received')
})

describe('what was not accepted', () => {
  const html = quality()
  const bars = part(html, 'class="ht-chart"', '</svg>')

  test('is drawn day by day, an area an outcome, in proportion', () => {
    const parts = tagsOf(bars, 'rect').filter((rect) => rect.includes('data-outcome'))
    expect(parts.map((rect) => attributeOf(rect, 'data-outcome'))).toEqual([
      'duplicate',
      'late',
      'bot',
      'test',
      'consent_missing',
      'invalid',
      'duplicate',
      'over_limit',
    ])
    const [forty, , twenty] = parts.map((rect) => Number(attributeOf(rect, 'height')))
    expect(forty).toBeCloseTo(2 * twenty!, 2)
  })

  test('stands in a table too, which sums', () => {
    expect(rowsOf(html, 'ht-numbers')).toEqual([
      ['Sat, 21 Nov 2026', '40', '8', '20', '16', '2', '14', '0', '100'],
      [expect.stringContaining('Sun, 22 Nov 2026'), '21', '0', '0', '0', '0', '0', '8', '29'],
      ['Total', '61', '8', '20', '16', '2', '14', '8', '129'],
    ])
  })

  test('is said to be nothing when it is nothing', () => {
    const text = (days: Parameters<typeof ledgerReport>[0]) =>
      textOf(panelOf(quality({ report: ledgerReport(days) }), 'ht-unaccepted'))
    expect(text([{ received: 5, accepted: 5 }])).toContain('Every event received was accepted')
    expect(text([{}])).toContain('No event arrived in this period')
  })

  test('comes as a file by the same intervals', () => {
    const weeks = quality({ report: ledgerReport(undefined, { interval: 'week' }) })
    expect(panelOf(weeks, 'ht-unaccepted')).toContain('/api/help/reports/ledger?interval=week&amp;format=csv')
  })
})

describe('reasons', () => {
  test('are listed as the collector gave them, the most frequent first', () => {
    expect(rowsOf(quality({ report: withReasons }), 'ht-why')).toEqual([
      ['Invalid', 'query: expected at most 200 characters, got 512', '12'],
      ['Too late', 'ts: expected at most 7 days before sentAt, got 9', '8'],
      ['Without consent', '—', '2'],
    ])
  })

  test('are sorted as the address says', () => {
    const page = pageView('quality', { address: { sort: 'events' } })
    expect(rowsOf(quality({ page, report: withReasons }), 'ht-why').map((row) => row[2])).toEqual(['2', '8', '12'])
  })

  test('that nobody has are said to be none', () => {
    expect(textOf(panelOf(quality(), 'ht-ledger-reasons'))).toContain('No reason is on record')
  })
})

describe('the look-up of an event', () => {
  const page = pageView('quality', { address: { of: ID, days: '7' } })

  test('is a form that asks this page, and keeps the rest of its address', () => {
    const form = part(
      quality({ page }),
      '<form class="ht-form ht-look-up" action="#ht-look-up" method="get"',
      '</form>',
    )
    expect(form).toContain('<input type="hidden" name="days" value="7"/>')
    expect(form).toMatch(new RegExp(`name="of"[^>]* value="${ID}"`))
    expect(form).not.toContain('type="hidden" name="of"')
  })

  test('says nothing before it is asked', () => {
    expect(quality()).not.toContain('ht-found')
  })

  test('tells what became of each arrival', () => {
    const html = quality({ page, lookedUp: known })
    expect(textOf(html)).toContain(`It arrived 2 times. ${ID}`)
    expect(rowsOf(html, 'ht-arrivals')).toEqual([
      [
        '22 Nov 2026, 10:00:02',
        'Accepted',
        '—',
        'ayuda',
        'help.article.open',
        '22 Nov 2026, 10:00:00',
        '+2 min',
        'Open the timeline',
      ],
      ['22 Nov 2026, 10:00:09', 'Duplicate', '—', 'ayuda', '—', '—', '—', '—'],
    ])
    expect(html).toContain('<a href="/insights/sessions/019ab000-0000-7000-8000-000000000001">Open the timeline</a>')
  })

  test('says that nobody knows it', () => {
    expect(textOf(quality({ page, lookedUp: { is: 'unknown' } }))).toContain('Nobody knows this event')
  })

  test('says what an id looks like when it got none', () => {
    const html = quality({ page: pageView('quality', { address: { of: HOSTILE } }), lookedUp: { is: 'bad_id' } })
    expect(textOf(html)).toContain('This is no id of an event: expected 36 characters')
    expect(html).not.toContain('<script')
  })
})

test('filters are said not to matter, when there are any', () => {
  const page = pageView('quality', { address: { device: 'phone' } })
  expect(textOf(quality({ page }))).toContain('Filters do not narrow this page')
  expect(textOf(quality())).not.toContain('Filters do not narrow')
})

test('a reason that quotes what came is text that keeps its direction to itself', () => {
  const report = ledgerReport(undefined, { reasons: [{ outcome: 'invalid', reason: HOSTILE, events: 1 }] })
  const html = quality({ report })
  expect(html).not.toContain('<script')
  expect(html).toMatch(/<code lang="en"><bdi>&quot;&gt;&lt;script/)
})
