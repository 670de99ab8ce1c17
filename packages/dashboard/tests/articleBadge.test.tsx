import { expect, test } from '@jest/globals'
import { ArticleBadge } from '../src/index.js'
import { render, textOf } from './page.js'
import { articlesReport } from './reports.js'

const [numbers] = articlesReport(['instalar', { rate: 0.4, n: 50 }]).rows

const badge = (change: Partial<Parameters<typeof ArticleBadge>[0]> = {}) =>
  render(<ArticleBadge numbers={numbers!} days={30} href="/insights/article?of=instalar" locale="en" {...change} />)

test('a badge is one line that leads to the page of the article', () => {
  expect(badge()).toMatch(/^<a class="ht-article-badge" href="\/insights\/article\?of=instalar" lang="en">[^<]*<\/a>$/)
  expect(textOf(badge())).toBe('40 openings · 50% read · 80% helpful (10 votes) · in 30 days')
  expect(textOf(badge({ locale: 'es' }))).toBe('40 aperturas · 50 % leídas · 80 % útil (10 votos) · en 30 días')
})

test('leaves out what nobody has said', () => {
  expect(textOf(badge({ numbers: null }))).toBe('0 openings · in 30 days')
  const silent = { ...numbers!, opens: 1, helpfulness: { rate: null, low: null, n: 0 }, read: { rate: null, n: 0 } }
  expect(textOf(badge({ numbers: silent, days: 7 }))).toBe('1 opening · in 7 days')
})
