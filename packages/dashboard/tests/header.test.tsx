import { expect, test } from '@jest/globals'
import { attributeOf, overview, part, tagsOf, textOf } from './page.js'
import { liveReport, sessionsReport, someDays, today } from './reports.js'

test('the period, the one compared with and the time zone are named', () => {
  const text = textOf(part(overview(), '<header', '</header>'))
  expect(text).toMatch(/24 Oct\W+22 Nov 2026 compared with/)
  expect(text).toContain('Time zone: UTC')
})

test('the ranges are links, and the one on show is marked', () => {
  const links = tagsOf(part(overview({ period: { ...today, days: 90 } }), '<nav class="ht-ranges"', '</nav>'), 'a')
  expect(links.map((link) => attributeOf(link, 'href'))).toEqual([
    '/insights?days=7',
    '/insights?days=30',
    '/insights?days=90',
  ])
  expect(links.map((link) => attributeOf(link, 'aria-current'))).toEqual([undefined, undefined, 'true'])
})

test('the page offers itself in the other language', () => {
  expect(overview({ locale: 'es' })).toContain('href="/insights?locale=en"')
})

test('synthetic numbers are marked, whichever report they come from', () => {
  const sessions = sessionsReport(someDays(7))
  expect(textOf(overview({ sessions: { ...sessions, synthetic: true } }))).toContain('Synthetic data')
  expect(textOf(overview({ live: { ...liveReport(), synthetic: true } }))).toContain('Synthetic data')
  expect(textOf(overview())).not.toContain('Synthetic')
})
