import { describe, expect, test } from '@jest/globals'
import { type Address, Performance } from '../src/index.js'
import { attributeOf, part, render, tableOf, tagsOf, textOf } from './page.js'
import { rated, speedOf, vitalsWith } from './performanceReports.js'
import { pageView, vital } from './reports.js'

const page = (vitals: ReturnType<typeof vitalsWith>, address: Address = {}) =>
  render(<Performance page={pageView('performance', { address })} vitals={vitals} />)
const hrefOf = (html: string, name: string) =>
  [...html.matchAll(/<a [^>]*>(.*?)<\/a>/gs)]
    .filter(([, text]) => text === name)
    .map(([tag]) => attributeOf(tag, 'href')!.replaceAll('&amp;', '&'))

describe('page views by rating', () => {
  const rows = [
    rated('LCP', [60, 30, 10], { article: 'uno' }),
    rated('LCP', [300, 0, 0], { article: 'dos' }),
    rated('LCP', [1, 1, 2], { article: 'uno', navigation: 'soft' }),
    rated('TTFB', [50, 25, 25]),
  ]
  const cells = (tab: string) => tableOf(page(vitalsWith(rows), { tab }), 'ht-vital-shares').slice(1)

  test('weigh each article by its page views, loads and the rest apart', () => {
    expect(cells('')).toEqual([
      [
        'LCP largest paint',
        'LCP by rating One bar in three parts: good 90%, needs work 8%, poor 3%; 400 page views. The line holds the same numbers.',
        '90% n = 400',
        '8% n = 400',
        '3% n = 400',
        'good to 2.5 s, poor above 4 s',
      ],
      [
        'TTFB answer of the server',
        'TTFB by rating One bar in three parts: good 50%, needs work 25%, poor 25%; 100 page views. The line holds the same numbers.',
        '50% n = 100',
        '25% n = 100',
        '25% n = 100',
        'good to 0.8 s, poor above 1.8 s',
      ],
    ])
    expect(cells('soft').map((row) => row.slice(2, 5))).toEqual([['25% n = 4', '25% n = 4', '50% n = 4']])
  })

  test('say that they are weighted', () => {
    expect(textOf(page(vitalsWith(rows)))).toContain('each weighted by the page views measured of it (n)')
  })

  test('are drawn as wide as they are many, side by side', () => {
    const bar = part(page(vitalsWith(rows)), '<svg class="ht-rated"', '</svg>')
    expect(tagsOf(bar, 'rect').map((tag) => [attributeOf(tag, 'x'), attributeOf(tag, 'width')])).toEqual([
      ['0%', '90%'],
      ['90%', '7.5%'],
      ['97.5%', '2.5%'],
    ])
  })

  test('are greyed when they are few', () => {
    expect(page(vitalsWith([rated('LCP', [15, 10, 4])]))).toContain('ht-rated ht-rated-few')
    expect(page(vitalsWith([rated('LCP', [15, 10, 5])]))).not.toContain('ht-rated-few')
  })

  test('say why there are none, and what to do', () => {
    const text = (tab: string) => textOf(page(vitalsWith([]), { tab }))
    expect(text('')).toContain('No page load was measured in this period. Look inside the app')
    expect(text('soft')).toContain('No navigation inside the app was measured in this period')
  })

  test('are chosen by links that keep what the address says else', () => {
    const html = page(vitalsWith(rows), { device: 'phone', days: '7' })
    expect(hrefOf(html, 'Inside the app')).toEqual(['/insights/performance?device=phone&days=7&tab=soft'])
    expect(hrefOf(html, 'Computer')).toEqual(['/insights/performance?device=desktop&days=7'])
    expect(hrefOf(html, 'All')).toEqual(['/insights/performance?days=7'])
    const chosen = [...html.matchAll(/aria-current="true">([^<]*)</g)].map(([, name]) => name)
    expect(chosen).toEqual(expect.arrayContaining(['Page loads', 'Phone']))
    expect(chosen).not.toContain('All')
  })
})

describe('what slow openings cost', () => {
  test('is told of the fast ones first, page loads and the rest apart, each rate with its n', () => {
    const speed = [
      speedOf('soft', 'good', [100, 80, 5]),
      speedOf('hard', 'poor', [20, 5, 10]),
      speedOf('hard', 'good', [400, 300, 20]),
      speedOf('hard', 'needs_improvement', [0, 0, 0]),
    ]
    const html = page(vitalsWith([], speed))
    expect(tableOf(html, 'ht-numbers ht-speed').slice(1)).toEqual([
      ['Page loads', 'good', '75% n = 400', '5% n = 400'],
      ['Page loads', 'needs work', '—', '—'],
      ['Page loads', 'poor', '25% n = 20', '50% n = 20'],
      ['Inside the app', 'good', '80% n = 100', '5% n = 100'],
    ])
    expect(part(html, 'ht-numbers ht-speed', '</table>').match(/ht-rate ht-low/g)).toHaveLength(2)
  })

  test('claims no cause', () => {
    expect(textOf(page(vitalsWith([], [speedOf('hard', 'good', [1, 1, 0])])))).toContain(
      'does not say that one makes the other',
    )
  })

  test('says when nothing was measured', () => {
    expect(textOf(page(vitalsWith([])))).toContain('No opening with a measured largest paint lies in this period.')
  })
})

test('an article leads to its page', () => {
  const html = page(vitalsWith([vital('LCP', 1000, { article: 'uno' })]), { device: 'phone' })
  expect(hrefOf(html, '<bdi title="uno">uno</bdi>')).toEqual(['/insights/article?device=phone&of=uno'])
})
