import { describe, expect, test } from '@jest/globals'
import { ENTRY_ORDER } from '../src/entries.js'
import { withToday } from '../src/overview/dayTicks.js'
import { attributeOf, overview, part, tableOf, tagsOf, textOf } from './page.js'
import { LATER, sessionsReport, someDays } from './reports.js'

/** What a ruler held against the drawing reads: sessions by day and entry. */
function measure(html: string): Record<string, number>[] {
  const chart = part(html, '<svg class="ht-chart"', '</svg>')
  const lines = [
    ...chart.matchAll(/<g class="ht-(?:grid|ground)"><line [^>]*y1="([^"]*)"[^>]*><\/line><text[^>]*>([^<]*)</g),
  ]
  const grid = lines.map(([, y, count]) => ({ y: Number(y), count: Number(count!.replace(',', '')) }))
  const [ground, top] = [grid.at(0)!, grid.at(-1)!]
  const pxPerSession = (ground.y - top.y) / top.count
  return chart
    .split('data-start=')
    .slice(1)
    .map((day) => {
      const bars = tagsOf(day, 'rect').filter((rect) => attributeOf(rect, 'data-part'))
      let floor = ground.y
      const measured: Record<string, number> = { article_click: 0, direct_link: 0, search_enter: 0 }
      for (const bar of bars) {
        const height = Number(attributeOf(bar, 'height'))
        expect(Number(attributeOf(bar, 'y')) + height).toBeCloseTo(floor, 2)
        floor -= height
        measured[attributeOf(bar, 'data-part')!] = Math.round(height / pxPerSession)
      }
      return measured
    })
}

describe.each([7, 30, 90])('a chart of %i days', (days) => {
  const report = sessionsReport(someDays(days))
  const html = overview({ sessions: report })

  test('draws every row as tall as it counts, stacked without gaps', () => {
    const rows = report.rows.map(({ article_click, direct_link, search_enter }) => ({
      article_click,
      direct_link,
      search_enter,
    }))
    expect(measure(html)).toEqual(rows)
  })

  test('stacks the entries in the order of the legend, from the ground up', () => {
    const legend = [...part(html, '<ul class="ht-legend"', '</ul>').matchAll(/ht-fill-([a-z_]+)/g)].map(
      ([, entry]) => entry,
    )
    const full = report.rows.findLast((row) => row.article_click && row.direct_link && row.search_enter)!
    const bar = tagsOf(part(html, `data-start="${full.start}"`, '</g>'), 'rect').map((rect) =>
      attributeOf(rect, 'data-part'),
    )
    expect(bar).toEqual(legend)
  })

  test('has a table with the same numbers and their totals', () => {
    const [, ...lines] = tableOf(html, 'ht-numbers')
    const inTable = lines.map(([, ...cells]) => cells.map((cell) => Number(cell.replace(',', ''))))
    const keys = ['sessions', ...ENTRY_ORDER] as const
    expect(inTable).toEqual([
      ...report.rows.map((row) => keys.map((key) => row[key])),
      keys.map((key) => report.totals[key]),
    ])
  })

  test('labels few enough days to be read', () => {
    const ticks = [...html.matchAll(/<text class="ht-tick[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(ticks.at(-1)).toBe('today')
    expect(ticks.length).toBeGreaterThanOrEqual(days === 7 ? 7 : 5)
    expect(ticks.length).toBeLessThanOrEqual(9)
    expect(new Set(ticks).size).toBe(ticks.length)
  })
})

describe('the last day', () => {
  test('is marked in chart and table while it goes on', () => {
    const html = overview()
    expect(html.match(/class="ht-day ht-day-open"/g)).toHaveLength(1)
    expect(html.split('data-start=').at(-2)).toContain('ht-day')
    expect(tableOf(html, 'ht-numbers').at(-2)![0]).toBe('Sun, 22 Nov 2026 · today, so far')
    expect(textOf(html)).toContain('Today is still being counted')
  })

  test('is a day like any other once it is over', () => {
    const html = overview({ view: { now: LATER } })
    expect(html).not.toContain('ht-day-open')
    expect(textOf(html)).not.toMatch(/today/i)
  })
})

describe('without sessions', () => {
  const zeros = sessionsReport(Array.from({ length: 30 }, () => [0, 0, 0]))

  test('the chart stands on its axis, draws no bar and says why', () => {
    const html = overview({ sessions: zeros })
    expect(tagsOf(html, 'rect').filter((rect) => attributeOf(rect, 'data-part'))).toEqual([])
    expect(textOf(part(html, '<svg class="ht-chart"', '</svg>'))).toContain('No sessions in this period')
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
  })

  test('a period without a single row still makes a page', () => {
    const html = overview({ sessions: sessionsReport([]), previous: sessionsReport([]) })
    expect(html).not.toMatch(/NaN|Infinity|undefined/)
    expect(textOf(html)).not.toContain('today, so far')
  })
})

test('a single session is drawn on a scale of whole sessions', () => {
  const html = overview({
    sessions: sessionsReport([
      [0, 0, 0],
      [0, 1, 0],
    ]),
  })
  expect(measure(html)).toEqual([
    { article_click: 0, direct_link: 0, search_enter: 0 },
    { article_click: 0, direct_link: 1, search_enter: 0 },
  ])
})

test('today below a bar at the edge ends with the bar, so that no word reaches out of the card', () => {
  const shown = (x: number, width: number) => {
    const { x: at, anchor } = withToday([], [{ row: { start: 'now' }, x, width }], 'this week').at(-1)!
    return [at, anchor]
  }
  expect(shown(98, 2)).toEqual([100, 'end'])
  expect(shown(92, 7)).toEqual([95.5, 'middle'])
})

test('a label too near to today gives way, on a phone sooner than elsewhere', () => {
  const bar = (start: string, x: number) => ({ row: { start }, x, width: 0 })
  const ticks = [80, 87, 93].map((x) => ({ start: `at ${x}`, text: '', x, anchor: 'middle', room: 'any' }) as const)
  const shown = withToday(ticks, [bar('at 100', 100)], 'today')
  expect(shown.map(({ x, room }) => [x, room])).toEqual([
    [80, 'wide'],
    [87, 'wide'],
    [100, 'any'],
  ])
})

test('pointing at a day reads its numbers', () => {
  const html = overview({ sessions: sessionsReport([[4, 3, 2]]), view: { now: LATER } })
  expect(textOf(part(html, '<g class="ht-reading"', '</svg>'))).toBe(
    'Sun, 22 Nov 2026 Total 9 Search, Enter 2 Direct link 3 Article click 4',
  )
})
