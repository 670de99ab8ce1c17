import { expect, test } from '@jest/globals'
import { articlePattern } from '../src/articlePattern.js'

test.each([
  ['/:locale/articles/:slug', '/en/articles/idle', { id: 'idle', lang: 'en' }],
  ['/:locale/articles/:slug', '/en/articles/idle/', { id: 'idle', lang: 'en' }],
  ['/:locale/articles/:slug', '/en/articles', null],
  ['/:locale/articles/:slug', '/en/articles/idle/print', null],
  ['/help/:slug*', '/help/billing/refunds', { id: 'billing/refunds' }],
  ['/help/:section/:slug', '/help/billing/refunds', { id: 'refunds' }],
  ['/a.b/:slug', '/axb/idle', null],
  ['/articles/:slug', '/articles/%C3%A1rbol', { id: 'árbol' }],
  ['/articles/:slug', '/articles/%E0%A4%A', { id: '%E0%A4%A' }],
])('%s finds in %s: %j', (pattern, path, article) => {
  expect(articlePattern(pattern)(path)).toEqual(article)
})
