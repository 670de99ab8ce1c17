import { describe, expect, test } from '@jest/globals'
import { attributeOf, overview, part, tagsOf, textOf } from './page.js'
import { LATER, liveReport, pageView, sessionsReport, someDays } from './reports.js'

const headerOf = (html: string) => part(html, '<header class="ht-header"', '</header>')
const linksOf = (html: string) => tagsOf(html, 'a').map((link) => attributeOf(link, 'href')?.replaceAll('&amp;', '&'))

test('the period, the one compared with and the time zone are named', () => {
  const text = textOf(headerOf(overview()))
  expect(text).toMatch(/24 Oct\W+22 Nov 2026 compared with 24 Sept\W+23 Oct 2026/)
  expect(text).toContain('Time zone: UTC')
})

describe('the ranges', () => {
  const ranges = (html: string) => part(html, '<nav class="ht-ranges"', '</nav>')
  const { period } = pageView('overview')

  test('are links, and the one on show is marked', () => {
    const html = ranges(overview({ view: { period: { ...period, days: 90 }, address: { from: 'x', to: 'y' } } }))
    expect(linksOf(html)).toEqual([7, 30, 90, 365].map((days) => `/insights/overview?days=${days}`))
    expect(tagsOf(html, 'a').map((link) => attributeOf(link, 'aria-current'))).toEqual([
      undefined,
      undefined,
      'true',
      undefined,
    ])
  })

  test('can be two dates of one’s own, and the rest of the address stays', () => {
    const html = overview({ view: { period: { ...period, days: null }, address: { from: 'x', entry: 'direct_link' } } })
    expect(attributeOf(tagsOf(ranges(html), 'button')[0]!, 'aria-current')).toBe('true')
    const fields = tagsOf(part(html, 'id="ht-dates"', '</form>'), 'input').map((field) => [
      attributeOf(field, 'name'),
      attributeOf(field, 'value'),
    ])
    expect(fields).toEqual([
      ['entry', 'direct_link'],
      ['from', '2026-10-24'],
      ['to', '2026-11-22'],
    ])
  })
})

describe('the comparison', () => {
  test('can be left, and taken up again', () => {
    expect(linksOf(headerOf(overview()))).toContain('/insights/overview?compare=none')
    const { period } = pageView('overview')
    const html = overview({
      previous: null,
      view: { period: { ...period, before: null }, address: { compare: 'none' } },
    })
    expect(linksOf(headerOf(html))).toContain('/insights/overview')
    expect(html).not.toContain('ht-change')
  })
})

describe('the filters', () => {
  const address = { entry: 'search_enter', query: 'refund' } as const
  const html = overview({ view: { address } })

  test('in force are named as people say them, each with the way out of it', () => {
    const chips = part(html, '<ul class="ht-chips"', '</ul>')
    expect(textOf(chips)).toBe('Entry Search, Enter × Searched for refund ×')
    expect(linksOf(chips)).toEqual(['/insights/overview?query=refund', '/insights/overview?entry=search_enter'])
  })

  test('are all in one form that knows what is chosen', () => {
    const form = part(html, 'id="ht-filter"', '</form>')
    const names = [...tagsOf(form, 'select'), ...tagsOf(form, 'input')].map((field) => attributeOf(field, 'name'))
    expect(names).toEqual(['entry', 'device', 'channel', 'locale', 'article', 'query'])
    expect(form).toContain('<option value="search_enter" selected="">')
    expect(form).toContain('value="refund"')
  })

  test('stay on the way to every other page', () => {
    const links = linksOf(part(html, '<nav class="ht-nav"', '</nav>'))
    expect(links).toHaveLength(13)
    for (const link of links) expect(link).toContain('?entry=search_enter&query=refund')
  })
})

test('the page offers itself in the other language', () => {
  expect(overview({ locale: 'es' })).toContain('href="/insights/overview?lang=en"')
})

test('while the last day goes on, the page says so', () => {
  expect(textOf(overview())).toContain('Today is still being counted')
  expect(textOf(overview({ view: { now: LATER } }))).not.toContain('still being counted')
})

test('imported numbers are marked, in both languages', () => {
  const sessions = { ...sessionsReport(someDays(7)), imported: true as const }
  expect(textOf(overview({ sessions }))).toContain('Imported data')
  expect(textOf(overview({ sessions, locale: 'es' }))).toContain('Datos importados')
  expect(textOf(overview())).not.toContain('Imported')
})

test('synthetic numbers are marked, whichever report they come from', () => {
  const sessions = sessionsReport(someDays(7))
  expect(textOf(overview({ sessions: { ...sessions, synthetic: true } }))).toContain('Synthetic data')
  expect(textOf(overview({ live: { ...liveReport(), synthetic: true } }))).toContain('Synthetic data')
  expect(textOf(overview())).not.toContain('Synthetic')
})
