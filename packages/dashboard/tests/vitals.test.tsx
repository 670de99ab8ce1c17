import type { VitalName } from '@helptally/core'
import { describe, expect, test } from '@jest/globals'
import { Performance } from '../src/index.js'
import { part, render, tableOf, textOf } from './page.js'
import { pageView, vital, vitalsReport } from './reports.js'

const page = (...rows: ReturnType<typeof vital>[]) =>
  render(<Performance page={pageView('performance')} vitals={vitalsReport(rows)} />)
const cellsOf = (...rows: ReturnType<typeof vital>[]) => tableOf(page(...rows), 'ht-vitals').slice(1)

describe('the limits of web.dev', () => {
  test.each<[VitalName, number, string]>([
    ['LCP', 2500, 'good'],
    ['LCP', 2500.1, 'needs work'],
    ['LCP', 4000, 'needs work'],
    ['LCP', 4000.1, 'poor'],
    ['INP', 200, 'good'],
    ['INP', 201, 'needs work'],
    ['INP', 500, 'needs work'],
    ['INP', 501, 'poor'],
    ['CLS', 0, 'good'],
    ['CLS', 0.1, 'good'],
    ['CLS', 0.1001, 'needs work'],
    ['CLS', 0.25, 'needs work'],
    ['CLS', 0.2501, 'poor'],
  ])('%s %d is %s', (metric, p75, rating) => {
    const cell = cellsOf(vital(metric, p75))[0]!.find((text) => text.includes('n 100'))
    expect(cell).toContain(` ${rating} n 100`)
  })
})

test('each value comes with its unit and the number of measurements', () => {
  expect(cellsOf(vital('LCP', 1840), vital('INP', 96), vital('CLS', 0.0421, { n: 1234 }))).toEqual([
    ['instalar', 'page load', '1.84 s good n 100', '96 ms good n 100', '0.042 good n 1,234'],
  ])
})

test('page loads and navigations inside the app are never mixed', () => {
  expect(cellsOf(vital('LCP', 2000), vital('LCP', 300, { navigation: 'soft' }))).toEqual([
    ['instalar', 'page load', '2.00 s good n 100', '—', '—'],
    ['in-app', '0.30 s good n 100', '—', '—'],
  ])
})

test('fewer than 30 measurements are greyed', () => {
  expect(page(vital('LCP', 9000, { n: 29 }))).toContain('ht-vital ht-vital-few')
  expect(page(vital('LCP', 9000, { n: 30 }))).not.toContain('ht-vital-few')
})

test('vitals that judge nothing stay out of the table', () => {
  expect(textOf(part(page(vital('TTFB', 300)), 'id="ht-vitals-title"', '</section>'))).toContain(
    'No web vitals were measured',
  )
})

test('the most measured article comes first and no article is lost', () => {
  const rows = Array.from({ length: 20 }, (_, i) => vital('LCP', 1000, { article: `articulo-${i}`, n: 40 + i }))
  const html = page(...rows)
  const shown = [...html.matchAll(/<bdi title="(articulo-\d+)"/g)].map(([, article]) => article)
  expect(shown).toEqual(rows.map((row) => row.article).reverse())
  expect(textOf(html)).toContain('Show 12 more articles')
})
