import { expect, test } from '@jest/globals'
import { seen } from '../src/parts/seen.js'
import { overview, part, textOf } from './page.js'
import { articlesReport, gapsReport, liveReport, sessionRow } from './reports.js'

test.each([
  ['a zero-width space', '\u200b', 'U+200B'],
  ['marks of direction', '\u200f\u202e', 'U+200F U+202E'],
  ['a filler that is a letter', '\u3164', 'U+3164'],
  ['the blank of Braille', '\u2800 \u2800', 'U+2800 U+0020 U+2800'],
  ['an accent on nothing', '\u0301', 'U+0301'],
  ['tags', '\u{e0061}', 'U+E0061'],
  ['spaces', '\u00a0', 'U+00A0'],
  ['very many', '\u200b'.repeat(128), 'U+200B U+200B U+200B U+200B U+200B U+200B U+200B U+200B …'],
])('%s stands as its code points', (_, text, shown) => {
  expect(seen(text)).toBe(shown)
})

test.each(['', 'install', '\u202einstall', '👩\u200d💻', '?', 'م', 'e\u0301'])('"%s" stands as it is', (text) => {
  expect(seen(text)).toBe(text)
})

test('an article or a query that nobody could see is a link that can be seen', () => {
  const html = overview({
    articles: articlesReport(['\u200b', { rate: 0.4, n: 50 }]),
    gaps: gapsReport(['', 12.4], ['\u200d', 3]),
    live: liveReport([sessionRow({ article: '\u200e' })]),
  })
  for (const [link] of html.matchAll(/<a [^>]*>.*?<\/a>/gs)) expect(textOf(link)).toMatch(/[\p{L}\p{N}×]/u)
  const cell = part(html, '<td class="ht-article">', '</td>')
  expect(textOf(cell)).toBe('U+200E')
})
