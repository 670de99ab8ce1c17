import { describe, expect, test } from '@jest/globals'
import { changeOf, numberOf, overview, part, textOf, totalOf } from './page.js'
import { liveReport, sessionRow, sessionsReport } from './reports.js'

describe('the totals', () => {
  const html = overview({
    sessions: sessionsReport(
      [
        [700, 300, 234],
        [20, 5, 1],
      ],
      87,
    ),
    previous: sessionsReport([[800, 200, 200]], 80),
    live: liveReport([sessionRow({ ended_at: null, end_reason: null }), sessionRow()]),
  })

  test('are those of the report', () => {
    expect(['sessions', 'article_click', 'direct_link', 'search_enter'].map((total) => numberOf(html, total))).toEqual([
      '1,260',
      '720',
      '305',
      '235',
    ])
  })

  test('put orphan searches beside the sessions, never in them', () => {
    expect(numberOf(html, 'orphan_searches')).toBe('87')
    expect(part(html, '<div class="ht-card ht-sum">', 'data-total="orphan_searches"')).not.toContain('87')
    expect(textOf(totalOf(html, 'orphan_searches'))).toContain('Not part of the sessions')
  })

  test('count the sessions open now', () => {
    expect(numberOf(html, 'open')).toBe('1')
  })

  test('say what share of the sessions each entry has', () => {
    expect(textOf(totalOf(html, 'article_click'))).toContain('57% of sessions')
  })

  test('tell what each number means, and by which version', () => {
    for (const total of ['sessions', 'article_click', 'direct_link', 'search_enter', 'orphan_searches']) {
      expect(textOf(totalOf(html, total))).toContain('Definition: sessions, version 3')
    }
    expect(textOf(totalOf(html, 'open'))).toContain('Definition: live, version 3')
    expect(textOf(totalOf(html, 'sessions'))).toContain('What the server says a session is.')
  })
})

describe('the change against the period before', () => {
  const change = (before: number, now: number) =>
    changeOf(
      overview({ sessions: sessionsReport([[now, 0, 0]]), previous: sessionsReport([[before, 0, 0]]) }),
      'article_click',
    )

  test.each([
    ['more', 200, 250, '+50 (+25%) from 200'],
    ['fewer', 200, 150, '-50 (-25%) from 200'],
    ['the same', 200, 200, '0 (0%) from 200'],
    ['none left', 200, 0, '-200 (-100%) from 200'],
    ['some after none', 0, 12, '+12 (—) from 0'],
    ['none after none', 0, 0, '0 (—) from 0'],
  ])('%s', (_, before, now, text) => {
    expect(change(before, now)).toBe(text)
  })

  test('of orphan searches is told too', () => {
    const html = overview({ sessions: sessionsReport([[1, 1, 1]], 30), previous: sessionsReport([[1, 1, 1]], 20) })
    expect(changeOf(html, 'orphan_searches')).toBe('+10 (+50%) from 20')
  })
})

test('an entry of no sessions has no share', () => {
  const html = overview({ sessions: sessionsReport([[0, 0, 0]]) })
  expect(textOf(totalOf(html, 'direct_link'))).toContain('— of sessions')
})
