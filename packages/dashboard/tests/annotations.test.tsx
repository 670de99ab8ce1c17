import type { Annotation } from '@helptally/server/reports'
import { describe, expect, test } from '@jest/globals'
import { annotation } from './annotation.js'
import { articlePage, articleReport, moment } from './articleReports.js'
import { panelOf } from './figures.js'
import { overview, part, textOf } from './page.js'
import { sessionsReport, someDays } from './reports.js'

const sessions = sessionsReport(someDays(7))
const { from, to, rows } = sessions
const series = rows.map(({ start }) => moment(start, 3, 1))
const openings = articleReport({ series, from, to })

/** Both charts are of the same seven days. */
const CHARTS: [string, (annotations: readonly Annotation[]) => string][] = [
  ['sessions per day', (annotations) => panelOf(overview({ sessions, annotations }), 'ht-days')],
  ['openings of an article', (annotations) => panelOf(articlePage(openings, {}, { annotations }), 'ht-openings')],
]

describe.each(CHARTS)('what was done in the period, in the chart of %s', (_, chart) => {
  const at = (day: number, ms: number) => new Date(Date.parse(rows[day]!.start) + ms).toISOString()
  const flagsIn = (html: string) =>
    [...html.matchAll(/<g class="ht-annotation"><line x1="([^"]*)%"/g)].map(([, x]) => Number(x))

  test('has a flag over the day of it, one however much it was', () => {
    const [first, other] = [annotation(at(2, 0)), annotation(at(2, 3_600_000))]
    const html = chart([first, other, annotation(at(3, -1)), annotation(at(6, 0))])
    const days = [...html.matchAll(/<rect class="ht-day-area" x="([^"]*)%" width="([^"]*)%"/g)]
    const middles = days.map(([, x, width]) => expect.closeTo(Number(x) + Number(width) / 2, 2))
    expect(flagsIn(html)).toEqual([middles[2], middles[6]])
    expect(flagsIn(chart([annotation(at(0, -1))]))).toEqual([])
  })

  test('is told below the chart, with who did it and the article that it is about', () => {
    const html = chart([annotation('2026-11-20T09:00:00Z', { article: 'guia', by: 'Ana' })])
    expect(textOf(part(html, '<ul class="ht-annotations">', '</ul>'))).toBe(
      '20 Nov, 09:00 Publication: Nueva guía · guia · Ana',
    )
    expect(html).toMatch(/href="\/insights\/article\?of=guia"/)
    expect(chart([])).not.toContain('What was done')
  })
})
